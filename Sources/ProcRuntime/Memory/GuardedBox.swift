import Synchronization

/// A value of any type behind a mutex, for the threads of one process.
///
/// Synchronization's `Mutex` cannot be used: it is a futex that stores its owner's thread id. Each
/// thread looks its id up once and keeps it; after a fork the child's thread still has the id of
/// its parent's thread. When two threads of a forked process then contend for a mutex, the kernel
/// finds no such owner, and the process is ended.
final class GuardedBox<Value>: @unchecked Sendable {
  /// 0: free, 1: held, 2: held, and there may be waiters (U. Drepper, Futexes Are Tricky, 2011).
  private let word: UnsafeMutablePointer<Atomic<UInt32>>
  private var value: Value

  init(_ value: Value) {
    word = .allocate(capacity: 1)
    word.initialize(to: Atomic(0))
    self.value = value
  }

  deinit {
    word.deinitialize(count: 1)
    word.deallocate()
  }

  /// Does something with the value under the mutex.
  func withValue<R>(_ body: (inout Value) throws -> R) rethrows -> R {
    lock()
    defer { unlock() }
    return try body(&value)
  }

  private func lock() {
    let (taken, _) = word.pointee.compareExchange(
      expected: 0, desired: 1, ordering: .acquiring)
    if taken { return }
    while word.pointee.exchange(2, ordering: .acquiring) != 0 {
      Futex.wait(word, while: 2, timeout: nil)
    }
  }

  private func unlock() {
    if word.pointee.exchange(0, ordering: .releasing) == 2 { Futex.wake(word, count: 1) }
  }
}
