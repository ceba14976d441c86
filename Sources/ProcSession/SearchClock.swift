import ProcSystem
import Synchronization

/// How long a search may still go on: its limit, and what the user has said since.
final class SearchClock: Sendable {
  private let begin: UInt64
  private let maxTime: UInt64?
  /// When everything is to be over.
  private let deadline: Atomic<UInt64>
  /// Whether enough was tried.
  private let isEnough = Atomic(false)
  /// Whether something was found that is to be shortened.
  private let hasFound = Atomic(false)

  /// The clock of a search that begins now.
  ///
  /// - Parameter maxTime: how long all of it may take, in nanoseconds; nil: as long as it takes.
  init(maxTime: UInt64?) {
    let now = MonotonicClock.now
    begin = now
    self.maxTime = maxTime
    deadline = Atomic(maxTime.map { Self.sum(now, $0) } ?? .max)
  }

  /// How long it has taken so far, in nanoseconds.
  var time: UInt64 { MonotonicClock.now - begin }

  /// How much time is left, in nanoseconds; nil where there is no limit.
  var left: UInt64? {
    let deadline = deadline.load(ordering: .relaxed)
    let now = MonotonicClock.now
    return deadline == .max ? nil : deadline > now ? deadline - now : 0
  }

  /// Whether everything is to be over, shortening included.
  var isOver: Bool { MonotonicClock.now >= deadline.load(ordering: .relaxed) }

  /// Whether no further run is to be tried. A quarter of the time is kept to shorten what was found.
  var isSearchOver: Bool {
    if isStopped || isOver { return true }
    guard let maxTime, hasFound.load(ordering: .relaxed) else { return false }
    return time >= maxTime / 4 * 3
  }

  /// Whether the user has ended the search.
  var isStopped: Bool { isEnough.load(ordering: .relaxed) }

  /// Something was found.
  func noteFinding() { hasFound.store(true, ordering: .relaxed) }

  /// Enough was tried.
  func endSearch() { isEnough.store(true, ordering: .relaxed) }

  /// Everything is to be over in `time` nanoseconds, or sooner.
  func limit(to time: UInt64) {
    deadline.min(Self.sum(MonotonicClock.now, time), ordering: .relaxed)
  }

  private static func sum(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (sum, isTooMuch) = a.addingReportingOverflow(b)
    return isTooMuch ? .max : sum
  }
}
