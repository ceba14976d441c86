/// Keys and values, in order; a key may come more than once. Each is a length (u16) and as many
/// bytes of UTF-8.
struct RecordingFields: Sendable, Hashable {
  private(set) var pairs: [(key: String, value: String)] = []
  /// How many bytes they take.
  private(set) var length = 0

  /// No fields.
  init() {}

  static func == (a: RecordingFields, b: RecordingFields) -> Bool {
    a.pairs.elementsEqual(b.pairs) { $0 == $1 }
  }

  func hash(into hasher: inout Hasher) {
    for pair in pairs { hasher.combine(pair.key + "=" + pair.value) }
  }

  /// The value of a key; the first, where there are several.
  subscript(key: String) -> String? { pairs.first { $0.key == key }?.value }

  /// The values of a key.
  func all(_ key: String) -> [String] { pairs.filter { $0.key == key }.map(\.value) }

  /// Adds a field, where there is room for it.
  mutating func add(_ key: String, _ value: String) {
    let size = 4 + key.utf8.count + value.utf8.count
    guard key.utf8.count <= 0xFFFF, value.utf8.count <= 0xFFFF,
      length + size <= RecordingLayout.longestFields
    else { return }
    pairs.append((key, value))
    length += size
  }

  /// The fields as bytes.
  var bytes: [UInt8] {
    pairs.flatMap { Self.bytes($0.key) + Self.bytes($0.value) }
  }

  private static func bytes(_ text: String) -> [UInt8] {
    let count = text.utf8.count
    return [UInt8(count & 0xFF), UInt8(count >> 8)] + text.utf8
  }

  /// Reads fields.
  ///
  /// - Returns: nil where a length leads out of the bytes.
  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    func text() -> String? {
      guard rest.count >= 2 else { return nil }
      let count = Int(rest[rest.startIndex]) | Int(rest[rest.startIndex + 1]) << 8
      rest = rest.dropFirst(2)
      guard rest.count >= count else { return nil }
      defer { rest = rest.dropFirst(count) }
      return String(decoding: rest.prefix(count), as: UTF8.self)
    }
    while !rest.isEmpty {
      guard let key = text(), let value = text() else { return nil }
      pairs.append((key, value))
    }
    length = bytes.count
  }
}
