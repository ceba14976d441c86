import CProcSupport
import Glibc
import Synchronization

/// Tells threads, and whoever polls, that something has changed.
final class Notifier: @unchecked Sendable {
  /// Readable (`poll`) since it has notified, until it is cleared.
  let descriptor: Int32
  /// How often it has notified; only ever touched atomically.
  private let count: UnsafeMutablePointer<Atomic<UInt32>>

  /// A notifier that has not notified anybody yet.
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

  /// How often it has notified. Who wants to wait reads it first, then looks whether there is need to.
  var notices: UInt32 { count.pointee.load(ordering: .acquiring) }

  /// Notifies all who wait.
  func notify() {
    count.pointee.wrappingAdd(1, ordering: .acquiringAndReleasing)
    proc_futex_wake(count, Int32.max)
    var one: UInt64 = 1
    _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
  }

  /// Waits until it notifies again after `notices` was read, but not for long.
  func wait(after notices: UInt32) { _ = proc_futex_wait(count, notices, 20_000_000) }

  /// Makes the descriptor unreadable until it notifies again.
  func clear() {
    var notices: UInt64 = 0
    _ = read(descriptor, &notices, MemoryLayout<UInt64>.size)
  }
}
