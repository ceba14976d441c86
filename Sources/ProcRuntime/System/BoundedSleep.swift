import Synchronization

/// Sleeping for somebody who may have been killed before the wake-up call: each sleep is bounded,
/// and twice as long as the one before, so that a long wait costs next to nothing.
struct BoundedSleep {
  /// How a sleep ended.
  enum End {
    /// Somebody called, or the word had changed already.
    case woken
    /// Nobody called for as long as it may last: time to look how things stand.
    case overslept
  }

  /// How long the next sleep lasts at most, nanoseconds: 5 ms at first.
  private var longest: Int64 = 5_000_000
  /// No sleep lasts longer: 320 ms.
  private static let bound: Int64 = 320_000_000

  /// Sleeps while the word has the value `expected`, but not longer than this sleep may last.
  mutating func wait(
    _ word: UnsafeMutablePointer<Atomic<UInt32>>, while expected: UInt32, until deadline: Deadline
  ) -> End {
    let limit = min(longest, deadline.remaining ?? .max)
    longest = min(longest * 2, Self.bound)
    return Futex.wait(word, while: expected, timeout: limit) ? .overslept : .woken
  }
}
