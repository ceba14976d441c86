package import ProcModel
import ProcSystem

extension Duration {
  /// Whole nanoseconds, never negative, at most what fits into 63 bits.
  package var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    if seconds < 0 || attoseconds < 0 { return 0 }
    let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    if overflow { return .max }
    let (sum, tooLarge) = scaled.addingReportingOverflow(attoseconds / 1_000_000_000)
    return tooLarge ? .max : sum
  }
}

/// When an operation gives up waiting.
package struct Deadline: Sendable {
  /// The timeout that it was made from, nanoseconds; `Event.noTimeout` for none. As in events.
  package let limit: UInt64
  /// The deadline, nanoseconds of the clock; nil for never.
  private let end: UInt64?

  /// This long from now; nil: never.
  package init(after timeout: Duration?) {
    guard let timeout else {
      limit = .max
      end = nil
      return
    }
    limit = UInt64(timeout.nanoseconds)
    let (sum, overflow) = MonotonicClock.now.addingReportingOverflow(limit)
    end = overflow ? .max : sum
  }

  /// One attempt only (`blocking=False`).
  package static let now = Deadline(after: .zero)
  /// No limit.
  package static let never = Deadline(after: nil)

  /// How an operation with this deadline waits if it cannot happen.
  package var blocking: PendingOperation.Blocking {
    limit == .max ? .indefinite : limit == 0 ? .nonblocking : .timed
  }

  /// Nanoseconds that are left, 0 when it has passed; nil: no limit.
  package var remaining: Int64? {
    guard let end else { return nil }
    let now = MonotonicClock.now
    return end > now ? Int64(clamping: end - now) : 0
  }

  /// Whether there is no time left.
  package var hasPassed: Bool { remaining == 0 }
}
