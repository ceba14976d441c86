/// What a value sees while it decodes itself: the bytes from `start` to `end`, one whole value
/// by its own account.
struct PickleDecoder: Decoder {
  let source: PickleSource
  let start: Int
  let end: Int
  let depth: Int

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    try expect(.record, for: [String: Any].self)
    let content = try source.content(at: start, limit: end)
    return KeyedDecodingContainer(
      try PickleRecordReader(source: source, content: content, depth: depth))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let whole = try unpacked()
    try whole.expect(.list, for: [Any].self)
    let content = try whole.source.content(at: whole.start, limit: whole.end)
    return PickleListReader(source: whole.source, content: content, depth: depth)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer {
    PickleSingleReader(decoder: self)
  }

  var isNil: Bool { source.bytes[start] == PickleFormat.Tag.null.rawValue }

  /// The value itself.
  func read<T: Decodable>(_ type: T.Type) throws -> T {
    if let value = try readInteger(type) ?? readScalar(type) ?? readPacked(type) { return value }
    guard depth < PickleFormat.maximumDepth else {
      throw PickleFormat.corrupted("nested more than \(PickleFormat.maximumDepth) deep")
    }
    return try T(from: PickleDecoder(source: source, start: start, end: end, depth: depth + 1))
  }

  private func expect(_ tag: PickleFormat.Tag, for type: any Any.Type) throws {
    let found = try source.tag(at: start, limit: end)
    guard found == tag else { throw PickleFormat.mismatch(type, found: found) }
  }

  /// An array was packed because of its type; a reader that walks through it element by element
  /// gets it as a list.
  private func unpacked() throws -> PickleDecoder {
    let elements: PickleStorage
    switch try source.tag(at: start, limit: end) {
    case .bytes: elements = try relist(readPacked([UInt8].self))
    case .words: elements = try relist(readPacked([Int].self))
    default: return self
    }
    let bytes = elements.bytes
    return PickleDecoder(source: PickleSource(bytes), start: 0, end: bytes.count, depth: depth)
  }

  private func relist<T: Encodable>(_ values: [T]?) throws -> PickleStorage {
    let storage = PickleStorage(depth: 0)
    try storage.write(ContiguousArray(values ?? []))
    return storage
  }
}

// The values that are not containers. Each is `nil` where the type is none of theirs.
extension PickleDecoder {
  private func readInteger<T>(_ type: T.Type) throws -> T? {
    if type == Int.self { return try PickleFormat.same(integer(Int.self), as: type) }
    if type == Int32.self { return try PickleFormat.same(integer(Int32.self), as: type) }
    if type == Int64.self { return try PickleFormat.same(integer(Int64.self), as: type) }
    if type == UInt8.self { return try PickleFormat.same(integer(UInt8.self), as: type) }
    if type == UInt32.self { return try PickleFormat.same(integer(UInt32.self), as: type) }
    if type == UInt64.self { return try PickleFormat.same(integer(UInt64.self), as: type) }
    if type == UInt.self { return try PickleFormat.same(integer(UInt.self), as: type) }
    if type == Int8.self { return try PickleFormat.same(integer(Int8.self), as: type) }
    if type == Int16.self { return try PickleFormat.same(integer(Int16.self), as: type) }
    if type == UInt16.self { return try PickleFormat.same(integer(UInt16.self), as: type) }
    if type == Int128.self { return try PickleFormat.same(integer(Int128.self), as: type) }
    if type == UInt128.self { return try PickleFormat.same(integer(UInt128.self), as: type) }
    return nil
  }

  private func integer<I: FixedWidthInteger>(_ type: I.Type) throws -> I {
    let result: I?
    switch try source.tag(at: start, limit: end) {
    case .integer:
      let raw = try source.varint(at: start + 1, limit: end).value
      result = I(exactly: Int64(bitPattern: raw >> 1) ^ -Int64(bitPattern: raw & 1))
    case .wide:
      let raw = source.fixed(UInt128.self, at: start + 1)
      result = I.isSigned ? I(exactly: Int128(truncatingIfNeeded: raw)) : I(exactly: raw)
    case let tag: throw PickleFormat.mismatch(type, found: tag)
    }
    guard let result else { throw PickleFormat.corrupted("a number that does not fit \(type)") }
    return result
  }

  private func readScalar<T>(_ type: T.Type) throws -> T? {
    if type == String.self { return try PickleFormat.same(string(), as: type) }
    if type == Bool.self { return try PickleFormat.same(bool(), as: type) }
    if type == Double.self {
      try expect(.double, for: type)
      let bits = source.fixed(UInt64.self, at: start + 1)
      return PickleFormat.same(Double(bitPattern: bits), as: type)
    }
    if type == Float.self {
      try expect(.float, for: type)
      let bits = source.fixed(UInt32.self, at: start + 1)
      return PickleFormat.same(Float(bitPattern: bits), as: type)
    }
    return nil
  }

  private func string() throws -> String {
    try expect(.string, for: String.self)
    let range = try source.run(at: start + 1, limit: end)
    guard let text = String(validating: source.bytes[range], as: UTF8.self) else {
      throw PickleFormat.corrupted("a string that is not UTF-8")
    }
    return text
  }

  private func bool() throws -> Bool {
    switch try source.tag(at: start, limit: end) {
    case .yes: true
    case .no: false
    case let tag: throw PickleFormat.mismatch(Bool.self, found: tag)
    }
  }

  private func readPacked<T>(_ type: T.Type) throws -> T? {
    let tag = try source.tag(at: start, limit: end)
    if tag == .bytes, type == [UInt8].self {
      let range = try source.run(at: start + 1, limit: end)
      return PickleFormat.same(Array(source.bytes[range]), as: type)
    }
    if tag == .words, type == [Int].self {
      let range = try source.run(at: start + 1, stride: 8, limit: end)
      let words = stride(from: range.lowerBound, to: range.upperBound, by: 8).map {
        Int(truncatingIfNeeded: source.fixed(Int64.self, at: $0))
      }
      return PickleFormat.same(words, as: type)
    }
    return nil
  }
}
