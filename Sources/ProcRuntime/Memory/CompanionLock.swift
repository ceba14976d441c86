import ProcModel
import Synchronization

/// The RLock that comes with a shared value (`Value.get_lock()`). It has its place and its identity
/// from the beginning, but it is reported to the trace only at its first use: most values are used
/// without it.
struct CompanionLock: Sendable {
  /// Bytes that it takes: the lock; whether it was introduced; its identity.
  static let byteCount = OwnerLock.byteCount + 64

  private let lock: SharedObject
  private let address: SharedPointer<UInt8>
  private let introduced: SharedPointer<Atomic<UInt32>>
  private let mutex: SharedMutex

  /// The lock of a new value.
  ///
  /// - Parameter mutex: guards its introduction.
  init(new address: UnsafeMutableRawPointer, of value: SharedObject, _ mutex: SharedMutex) {
    let id = Runtime.nextObjectID()
    (address + OwnerLock.byteCount + 8).storeBytes(of: id.rawValue, as: UInt64.self)
    self.init(address, id, value, mutex)
  }

  /// The lock of a value that exists already.
  init(existing address: UnsafeMutableRawPointer, of value: SharedObject, _ mutex: SharedMutex) {
    let id = (address + OwnerLock.byteCount + 8).load(as: UInt64.self)
    self.init(address, ObjectID(rawValue: id), value, mutex)
  }

  private init(
    _ address: UnsafeMutableRawPointer, _ id: ObjectID, _ value: SharedObject, _ mutex: SharedMutex
  ) {
    lock = SharedObject(id: id, at: address, name: value.name + "-lock")
    self.address = SharedPointer(address)
    introduced = SharedPointer(address + OwnerLock.byteCount)
    self.mutex = mutex
  }

  /// The lock; the first call introduces it to the trace.
  func get() -> RLock {
    mutex.withLock {
      if introduced.pointer.pointee.exchange(1, ordering: .relaxed) == 0 {
        Tracer.emit(
          .objectDefine, object: lock.id, value: ObjectKind.rlock.rawValue, text: lock.name)
      }
    }
    return RLock(lock, at: address.pointer)
  }
}
