import ProcModel
import Synchronization

/// Elements in shared memory whose reads and writes are reported: ``Value`` and ``SharedArray``
/// without their public interfaces.
///
/// In a traced run, a mutex covers a load together with its event, and an event together with its
/// store, so the order of the trace is the order in which memory changed. It never covers a read
/// and the write that follows from it: a race stays a race. In an untraced run there is no mutex.
struct SharedElements<T: BitwiseCopyable & CustomStringConvertible & Sendable>: Sendable {
  /// Its place in memory, identity and name.
  let object: SharedObject
  /// How many elements there are.
  let count: Int
  /// The lock that comes with it (`get_lock`).
  let lock: CompanionLock
  private let mutex: SharedMutex
  private let elements: SharedPointer<UInt8>

  private static var elementsOffset: Int { SharedMutex.byteCount + CompanionLock.byteCount }

  private static func byteCount(_ count: Int) -> Int {
    elementsOffset + count * MemoryLayout<T>.stride
  }

  /// New elements.
  init(_ kind: ObjectKind, _ initial: [T], name: String?) {
    let address = SharedHeap.allocate(Self.byteCount(initial.count))
    mutex = SharedMutex(at: address, isNew: true)
    elements = SharedPointer(address + Self.elementsOffset)
    count = initial.count
    object = SharedObject(
      kind, at: address, name: name,
      capacity: kind == .array ? UInt64(initial.count) : 0)
    lock = CompanionLock(new: address + SharedMutex.byteCount, of: object, mutex)
    // The initial value is reported like any other write.
    for index in initial.indices { write(initial[index], at: index) }
  }

  /// Elements that exist already.
  init(_ object: SharedObject, count: Int) throws {
    guard count >= 0, count <= Int(Int32.max) else { throw object.corrupted("count \(count)") }
    let address = try object.memory(Self.byteCount(count))
    self.object = object
    self.count = count
    mutex = SharedMutex(at: address, isNew: false)
    elements = SharedPointer(address + Self.elementsOffset)
    lock = CompanionLock(existing: address + SharedMutex.byteCount, of: object, mutex)
  }

  /// Reads an element, and reports it.
  func read(at index: Int) -> T {
    guard Tracer.isOn else { return SharedCell.load(from: address(of: index)) }
    Gate.pass(.valueRead, object.id, element: index)
    return mutex.withLock {
      let value: T = SharedCell.load(from: address(of: index))
      report(.valueRead, value, at: index)
      return value
    }
  }

  /// Reports that an element is written, and writes it.
  func set(_ value: T, at index: Int) {
    Gate.pass(.valueWrite, object.id, element: index)
    write(value, at: index)
  }

  private func write(_ value: T, at index: Int) {
    guard Tracer.isOn else { return SharedCell.store(value, to: address(of: index)) }
    mutex.withLock {
      report(.valueWrite, value, at: index)
      SharedCell.store(value, to: address(of: index))
    }
  }

  private func address(of index: Int) -> UnsafeMutableRawPointer {
    precondition(index >= 0 && index < count, "index \(index) of \(count) elements")
    return UnsafeMutableRawPointer(elements.pointer) + index * MemoryLayout<T>.stride
  }

  /// An integer that events can say as a number. `Int` comes first: to ask whether a type is some
  /// integer takes a process 70 µs when it does so for the first time.
  private static func number(_ value: T) -> Int64? {
    if let value = value as? Int { return Int64(value) }
    return (value as? any BinaryInteger).flatMap { Int64(exactly: $0) }
  }

  private func report(_ kind: EventKind, _ value: T, at index: Int) {
    if let number = Self.number(value) {
      Tracer.emit(kind, object: object.id, value: number, extra: UInt64(index))
    } else {
      Tracer.emit(
        kind, object: object.id, extra: UInt64(index), flags: .textual, text: value.description)
    }
  }
}
