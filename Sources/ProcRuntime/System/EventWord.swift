import Synchronization

/// Something that threads of this process wait for: a number that changes whenever it happens.
final class EventWord: Sendable {
  private let word: SharedPointer<Atomic<UInt32>>

  init() {
    let word = UnsafeMutablePointer<Atomic<UInt32>>.allocate(capacity: 1)
    word.initialize(to: Atomic(0))
    self.word = SharedPointer(UnsafeMutableRawPointer(word))
  }

  deinit { word.pointer.deallocate() }

  /// The current number. A waiter reads it first, then checks whether it needs to wait.
  var current: UInt32 { word.pointer.pointee.load(ordering: .acquiring) }

  /// It has happened: wakes all waiters.
  func announce() {
    word.pointer.pointee.wrappingAdd(1, ordering: .acquiringAndReleasing)
    Futex.wake(word.pointer)
  }

  /// Waits until it happens again after `number` was read, or the deadline has passed.
  func wait(while number: UInt32, until deadline: Deadline) {
    Futex.wait(word.pointer, while: number, timeout: deadline.remaining)
  }
}
