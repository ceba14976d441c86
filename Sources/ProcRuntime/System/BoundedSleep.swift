import Synchronization

/// A sleep of a waiter whose waker may have been killed before the wake-up call: each sleep is
/// bounded, and twice as long as the one before, so that a long wait costs almost nothing.
struct BoundedSleep {
  /// How a sleep ended.
  enum End {
    /// A wake-up came, or the word had changed already.
    case woken
    /// No wake-up came within the bound: time to check the state.
    case overslept
  }

  /// The bound of the next sleep, nanoseconds: 5 ms at first.
  private var longest: Int64 = 5_000_000
  /// No sleep lasts longer: 320 ms.
  private static let bound: Int64 = 320_000_000

  /// Sleeps while the word has the value `expected`, but not longer than the bound.
  mutating func wait(
    _ word: UnsafeMutablePointer<Atomic<UInt32>>, while expected: UInt32, until deadline: Deadline
  ) -> End {
    let limit = min(longest, deadline.remaining ?? .max)
    longest = min(longest * 2, Self.bound)
    return Futex.wait(word, while: expected, timeout: limit) ? .overslept : .woken
  }
}
