/// The bytes of a value, for another process of the same program (`pickle.dumps`).
///
/// - Throws: `EncodingError` where the value nests too deeply or encodes itself inconsistently, and
///   whatever its own `encode(to:)` throws.
package func pickle<T: Encodable>(_ value: T) throws -> [UInt8] {
  var writer = PickleWriter()
  try writer.append(value)
  return writer.bytes
}

/// The value that ``pickle(_:)`` made these bytes of (`pickle.loads`).
///
/// - Throws: `DecodingError` where the bytes are not those of one whole value of this type. Bytes
///   of any other origin throw, too; they neither trap nor make it allocate more than a multiple of
///   their own number.
package func unpickle<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws -> T {
  var reader = PickleReader(bytes)
  let value = try reader.next(type)
  guard reader.isAtEnd else { throw PickleFormat.corrupted("bytes after the end of the value") }
  return value
}

/// Several values, one after the other: the arguments of a call.
package struct PickleWriter {
  private let storage = PickleStorage(depth: 0)

  /// No values yet.
  package init() {}

  /// The bytes of all values so far.
  package var bytes: [UInt8] { storage.bytes }

  /// Adds a value.
  package mutating func append<T: Encodable>(_ value: T) throws {
    try storage.write(value)
  }
}

/// Reads values one after the other, as ``PickleWriter`` wrote them.
package struct PickleReader {
  private let source: PickleSource
  private var position = 0

  /// The values in these bytes.
  package init(_ bytes: [UInt8]) { source = PickleSource(bytes) }

  /// Whether every value has been read.
  package var isAtEnd: Bool { position >= source.bytes.count }

  /// The next value.
  package mutating func next<T: Decodable>(_ type: T.Type) throws -> T {
    let end = try source.end(of: position, limit: source.bytes.count)
    let value = try PickleDecoder(source: source, start: position, end: end, depth: 0).read(type)
    position = end
    return value
  }
}
