/// Reads the members of one flat JSON object as ``EventJSON`` writes it: strings, numbers, truth
/// values, no space between.
struct FlatJSON {
  private let bytes: [UInt8]
  private var place = 1

  /// The object in `bytes`.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// One member.
  struct Member {
    let key: String
    /// Its value: of a string, what is between the quotes, with its escapes.
    let value: String
    let isString: Bool
  }

  /// The next member; nil after the last one.
  mutating func next() -> Member? {
    if place < bytes.count, bytes[place] == UInt8(ascii: ",") { place += 1 }
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return nil }
    let key = string()
    place += 1
    let isString = place < bytes.count && bytes[place] == UInt8(ascii: "\"")
    return Member(key: key, value: isString ? string() : word(), isString: isString)
  }

  private mutating func string() -> String {
    place += 1
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    defer { place += 1 }
    return String(decoding: bytes[start..<min(place, bytes.count)], as: UTF8.self)
  }

  private mutating func word() -> String {
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: ","), bytes[place] != UInt8(ascii: "}")
    {
      place += 1
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }
}
