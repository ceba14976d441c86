import CProcSupport
import Glibc
package import Synchronization

/// Waiting until a word in shared memory changes (`futex(2)`).
package enum Futex {
  /// Sleeps while the word has the value `expected`, until a wake-up, or for at most `timeout`
  /// nanoseconds (nil: no limit). Wake-ups may be spurious; callers check again.
  ///
  /// - Returns: whether all of the time has passed.
  @discardableResult
  package static func wait(
    _ word: UnsafeMutablePointer<Atomic<UInt32>>, while expected: UInt32, timeout: Int64?
  ) -> Bool {
    proc_futex_wait(word, expected, timeout ?? -1) == ETIMEDOUT
  }

  /// Wakes the waiters of the word: all, or at most `count`.
  package static func wake(_ word: UnsafeMutablePointer<Atomic<UInt32>>, count: Int32 = .max) {
    proc_futex_wake(word, count)
  }
}
