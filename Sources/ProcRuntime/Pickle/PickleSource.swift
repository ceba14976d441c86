/// Bytes that claim to be values. Every access is checked; nothing is trusted.
final class PickleSource {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The tag at a place.
  func tag(at position: Int, limit: Int) throws -> PickleFormat.Tag {
    guard position < limit, let tag = PickleFormat.Tag(rawValue: bytes[position]) else {
      throw PickleFormat.corrupted("no value at byte \(position)")
    }
    return tag
  }

  /// Where the value at `position` ends.
  func end(of position: Int, limit: Int) throws -> Int {
    switch try tag(at: position, limit: limit) {
    case .null, .no, .yes: return position + 1
    case .integer: return try varint(at: position + 1, limit: limit).end
    case .float: return try checked(position + 1, plus: 4, limit: limit)
    case .double: return try checked(position + 1, plus: 8, limit: limit)
    case .wide: return try checked(position + 1, plus: 16, limit: limit)
    case .string, .bytes: return try run(at: position + 1, limit: limit).upperBound
    case .words: return try run(at: position + 1, stride: 8, limit: limit).upperBound
    case .list, .record: return try content(at: position, limit: limit).upperBound
    }
  }

  /// A varint and the place after it.
  func varint(at position: Int, limit: Int) throws -> (value: UInt64, end: Int) {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    var place = position
    while place < limit, shift < 64 {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return (value, place) }
      shift += 7
    }
    throw PickleFormat.corrupted("a number without an end at byte \(position)")
  }

  /// The elements of a counted run (string, bytes, words) whose count stands at `position`.
  func run(at position: Int, stride: Int = 1, limit: Int) throws -> Range<Int> {
    let (count, start) = try varint(at: position, limit: limit)
    guard count <= UInt64((limit - start) / stride) else {
      throw PickleFormat.corrupted("\(count) elements announced at byte \(position)")
    }
    return start..<(start + Int(count) * stride)
  }

  /// What is in the list or record at `position`.
  func content(at position: Int, limit: Int) throws -> Range<Int> {
    let start = try checked(position, plus: PickleFormat.headerSize, limit: limit)
    let length = Int(fixed(UInt32.self, at: position + 1))
    return start..<(try checked(start, plus: length, limit: limit))
  }

  /// A number of fixed size, which the caller knows to be within bounds.
  func fixed<T: FixedWidthInteger>(_ type: T.Type, at position: Int) -> T {
    bytes.withUnsafeBytes { T(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: type)) }
  }

  private func checked(_ position: Int, plus size: Int, limit: Int) throws -> Int {
    guard position <= limit, size <= limit - position else {
      throw PickleFormat.corrupted("\(size) bytes announced at byte \(position)")
    }
    return position + size
  }
}
