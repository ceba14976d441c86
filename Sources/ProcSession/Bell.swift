import CProcSupport
import Glibc
import Synchronization

/// Tells threads, and whoever polls, that something has changed.
final class Bell: @unchecked Sendable {
  /// Readable (`poll`) since it was rung, until it is muted.
  let descriptor: Int32
  /// How often it was rung; only ever touched atomically.
  private let count: UnsafeMutablePointer<Atomic<UInt32>>

  /// A bell that has not been rung.
  ///
  /// - Throws: ``SessionError`` where there is no descriptor to be had.
  init() throws(SessionError) {
    descriptor = proc_eventfd(false)
    guard descriptor >= 0 else { throw SessionError(.connection) }
    count = .allocate(capacity: 1)
    count.initialize(to: Atomic(0))
  }

  deinit {
    close(descriptor)
    count.deinitialize(count: 1)
    count.deallocate()
  }

  /// How often it was rung. Who wants to wait reads it first, then looks whether there is need to.
  var rings: UInt32 { count.pointee.load(ordering: .acquiring) }

  /// Rings.
  func ring() {
    count.pointee.wrappingAdd(1, ordering: .acquiringAndReleasing)
    proc_futex_wake(count, Int32.max)
    var one: UInt64 = 1
    _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
  }

  /// Waits until it is rung again after `rings` was read, but not for long.
  func wait(after rings: UInt32) { _ = proc_futex_wait(count, rings, 20_000_000) }

  /// Makes the descriptor unreadable until it is rung again.
  func mute() {
    var rings: UInt64 = 0
    _ = read(descriptor, &rings, MemoryLayout<UInt64>.size)
  }
}
