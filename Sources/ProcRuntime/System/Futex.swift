import CProcSupport
import Glibc
package import Synchronization

/// Waiting until a word in shared memory changes (`futex(2)`).
package enum Futex {
  /// Sleeps while the word has the value `expected`, until somebody wakes it, or for at most
  /// `timeout` nanoseconds (nil: no limit). It may return early; callers look again.
  ///
  /// - Returns: whether all of the time has passed.
  @discardableResult
  package static func wait(
    _ word: UnsafeMutablePointer<Atomic<UInt32>>, while expected: UInt32, timeout: Int64?
  ) -> Bool {
    proc_futex_wait(word, expected, timeout ?? -1) == ETIMEDOUT
  }

  /// Wakes those who wait at the word: all, or at most `count`.
  package static func wake(_ word: UnsafeMutablePointer<Atomic<UInt32>>, count: Int32 = .max) {
    proc_futex_wake(word, count)
  }
}
