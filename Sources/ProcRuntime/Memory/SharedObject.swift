package import ProcModel

/// A shared object, for every process: its place in the shared heap, its identity in the trace, and
/// its name. This is what is passed when the object is an argument of a spawned process.
package struct SharedObject: Codable, Sendable {
  /// Its offset in the shared heap, in bytes.
  package let offset: UInt64
  /// Its identity in the trace.
  package let id: ObjectID
  /// Its name.
  package let name: String

  /// Introduces a new object to the trace.
  ///
  /// - Parameters:
  ///   - name: its name; nil: its kind's default with a number, `lock-1`.
  ///   - capacity: what `object.define` says of its size.
  package init(
    _ kind: ObjectKind, at address: UnsafeMutableRawPointer, name: String?, capacity: UInt64 = 0
  ) {
    offset = SharedHeap.offset(of: address)
    id = Runtime.nextObjectID()
    self.name = name ?? kind.defaultName(SharedHeap.nextNumber(kind))
    Tracer.emit(
      .objectDefine, object: id, value: kind.rawValue, extra: capacity, text: self.name)
  }

  /// An object that other code introduces to the trace.
  init(id: ObjectID, at address: UnsafeMutableRawPointer, name: String) {
    offset = SharedHeap.offset(of: address)
    self.id = id
    self.name = name
  }

  /// The object's memory in this process.
  ///
  /// - Throws: `DecodingError` if there is no such memory: the object is of another program.
  package func memory(_ byteCount: Int) throws -> UnsafeMutableRawPointer {
    guard let address = SharedHeap.address(at: offset, byteCount: byteCount) else {
      throw corrupted("it does not lie in this program's memory")
    }
    return address
  }

  /// The error for an object that is not what it should be.
  func corrupted(_ reason: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: "\(name): \(reason)"))
  }

  private enum CodingKeys: CodingKey { case offset, id, name }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    offset = try container.decode(UInt64.self, forKey: .offset)
    id = ObjectID(rawValue: try container.decode(UInt64.self, forKey: .id))
    name = try container.decode(String.self, forKey: .name)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(offset, forKey: .offset)
    try container.encode(id.rawValue, forKey: .id)
    try container.encode(name, forKey: .name)
  }
}

/// A typed address in the shared heap; the memory there is only accessed by atomic operations or
/// under a lock of its own.
struct SharedPointer<Memory: ~Copyable>: @unchecked Sendable {
  /// The address in this process.
  let pointer: UnsafeMutablePointer<Memory>

  /// The memory at this address.
  init(_ address: UnsafeMutableRawPointer) {
    pointer = address.assumingMemoryBound(to: Memory.self)
  }
}
