/// The bytes of values while they are being encoded.
///
/// A value encodes itself while ``write(_:)`` runs and not later, so its bytes go straight to their
/// place. A *nested* container may be written to at any time until then: it gets a storage of its
/// own, which is put in its place when the value is complete.
final class PickleStorage {
  private(set) var bytes: [UInt8] = []
  private var nested: [(offset: Int, storage: PickleStorage)] = []
  private var misuse: EncodingError?
  private var depth: Int

  init(depth: Int) { self.depth = depth }

  /// Adds one whole value.
  func write<T: Encodable>(_ value: T) throws {
    if writeInteger(value) || writeScalar(value) || writePacked(value) { return }
    guard depth < PickleFormat.maximumDepth else {
      throw Self.invalid(value, "nested more than \(PickleFormat.maximumDepth) deep")
    }
    let start = bytes.count
    let outer = nested.count
    depth += 1
    defer { depth -= 1 }
    try value.encode(to: PickleEncoder(storage: self, start: start))
    try close(start: start, nestedFrom: outer)
  }

  /// Adds an absent value.
  func writeNil() { append(tag: .null) }

  /// Adds a key of a record; its value must follow.
  func write(key: String) { append(text: key) }

  /// Begins a list or record at `start`, unless it has begun already.
  func open(_ tag: PickleFormat.Tag, at start: Int) {
    if bytes.count == start {
      append(tag: tag)
      bytes.append(contentsOf: [0, 0, 0, 0])
    } else if bytes[start] != tag.rawValue {
      misuse = Self.invalid(start, "a second container of another kind was asked for")
    }
  }

  /// A place for a container that may be filled later.
  func makeNested() -> PickleStorage {
    let storage = PickleStorage(depth: depth + 1)
    nested.append((bytes.count, storage))
    return storage
  }

  static func invalid(_ value: Any, _ what: String) -> EncodingError {
    .invalidValue(value, EncodingError.Context(codingPath: [], debugDescription: what))
  }

  private func close(start: Int, nestedFrom outer: Int) throws {
    if let misuse { throw misuse }
    if nested.count > outer { try insertNested(from: outer) }
    // A value that encodes nothing is an empty record.
    if bytes.count == start { open(.record, at: start) }
    let tag = bytes[start]
    guard tag == PickleFormat.Tag.list.rawValue || tag == PickleFormat.Tag.record.rawValue else {
      return
    }
    guard let length = UInt32(exactly: bytes.count - start - PickleFormat.headerSize) else {
      throw Self.invalid(start, "more than 4 GiB")
    }
    for byte in 0..<4 { bytes[start + 1 + byte] = UInt8(truncatingIfNeeded: length >> (8 * byte)) }
  }

  private func insertNested(from outer: Int) throws {
    let children = nested[outer...]
    nested.removeSubrange(outer...)
    guard let first = children.first else { return }
    let tail = Array(bytes[first.offset...])
    bytes.removeSubrange(first.offset...)
    var done = 0
    for (offset, storage) in children {
      try storage.close(start: 0, nestedFrom: 0)
      bytes.append(contentsOf: tail[done..<(offset - first.offset)])
      bytes.append(contentsOf: storage.bytes)
      done = offset - first.offset
    }
    bytes.append(contentsOf: tail[done...])
  }
}

// The values that are not containers.
extension PickleStorage {
  private func writeInteger<T>(_ value: T) -> Bool {
    if let value = PickleFormat.same(value, as: Int.self) { return append(integer: value) }
    if let value = PickleFormat.same(value, as: Int32.self) { return append(integer: value) }
    if let value = PickleFormat.same(value, as: Int64.self) { return append(integer: value) }
    if let value = PickleFormat.same(value, as: UInt8.self) { return append(integer: value) }
    if let value = PickleFormat.same(value, as: UInt32.self) { return append(integer: value) }
    if let value = PickleFormat.same(value, as: UInt64.self) { return append(integer: value) }
    if let value = PickleFormat.same(value, as: UInt.self) { return append(integer: value) }
    if let value = PickleFormat.same(value, as: Int8.self) { return append(integer: value) }
    if let value = PickleFormat.same(value, as: Int16.self) { return append(integer: value) }
    if let value = PickleFormat.same(value, as: UInt16.self) { return append(integer: value) }
    if let value = PickleFormat.same(value, as: Int128.self) { return append(integer: value) }
    if let value = PickleFormat.same(value, as: UInt128.self) { return append(wide: value) }
    return false
  }

  private func writeScalar<T>(_ value: T) -> Bool {
    if let text = PickleFormat.same(value, as: String.self) {
      append(tag: .string)
      append(text: text)
    } else if let value = PickleFormat.same(value, as: Bool.self) {
      append(tag: value ? .yes : .no)
    } else if let value = PickleFormat.same(value, as: Double.self) {
      append(tag: .double)
      append(fixed: value.bitPattern)
    } else if let value = PickleFormat.same(value, as: Float.self) {
      append(tag: .float)
      append(fixed: value.bitPattern)
    } else {
      return false
    }
    return true
  }

  private func writePacked<T>(_ value: T) -> Bool {
    if let value = PickleFormat.same(value, as: [UInt8].self) {
      append(tag: .bytes)
      append(count: value.count)
      bytes.append(contentsOf: value)
    } else if let value = PickleFormat.same(value, as: [Int].self) {
      append(tag: .words)
      append(count: value.count)
      value.withUnsafeBytes { bytes.append(contentsOf: $0) }
    } else {
      return false
    }
    return true
  }

  private func append(tag: PickleFormat.Tag) { bytes.append(tag.rawValue) }

  private func append(text: String) {
    let text = text.utf8
    append(count: text.count)
    bytes.append(contentsOf: text)
  }

  private func append(count: Int) { append(varint: UInt64(count)) }

  private func append(varint value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private func append(integer value: some FixedWidthInteger) -> Bool {
    guard let value = Int64(exactly: value) else {
      return append(wide: UInt128(truncatingIfNeeded: value))
    }
    append(tag: .integer)
    append(varint: UInt64(bitPattern: (value << 1) ^ (value >> 63)))
    return true
  }

  /// The sign of an integer that does not fit `Int64` must survive: an unsigned one beyond
  /// `Int128.max` and a negative one have the same bits, but a reader knows which type it reads.
  private func append(wide value: UInt128) -> Bool {
    append(tag: .wide)
    append(fixed: value)
    return true
  }

  private func append(fixed value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
