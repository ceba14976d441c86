import CProcSupport
import Glibc

/// A mutex in shared memory that guards a few instructions of the runtime itself: a robust,
/// process-shared pthread mutex, which the kernel passes on at once if its owner is killed.
struct SharedMutex: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>

  /// Bytes that it takes.
  static let byteCount = 64

  /// The mutex at this address.
  ///
  /// - Parameter isNew: whether the memory is fresh.
  init(at address: UnsafeMutableRawPointer, isNew: Bool) {
    mutex = address.assumingMemoryBound(to: pthread_mutex_t.self)
    if isNew {
      let result = proc_robust_mutex_init(mutex)
      precondition(result == 0, SystemError("pthread_mutex_init", code: result).description)
    }
  }

  /// Does something under the mutex.
  ///
  /// - Parameter repair: called first if the last owner was killed in the middle of `body`.
  @inline(__always)
  func withLock<R>(repair: () -> Void = {}, _ body: () throws -> R) rethrows -> R {
    lock(repair)
    defer { pthread_mutex_unlock(mutex) }
    return try body()
  }

  private func lock(_ repair: () -> Void) {
    let result = pthread_mutex_lock(mutex)
    if result == 0 { return }
    precondition(result == EOWNERDEAD, SystemError("pthread_mutex_lock", code: result).description)
    repair()
    pthread_mutex_consistent(mutex)
  }
}
