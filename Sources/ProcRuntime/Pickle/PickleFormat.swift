/// The format: a value is a tag byte and what belongs to it. Numbers of more than one byte are
/// little-endian.
///
/// | tag | what follows |
/// |---|---|
/// | nil, false, true | nothing |
/// | integer | zigzag varint |
/// | wide | 16 bytes, for integers beyond `Int64` |
/// | float, double | 4, 8 bytes |
/// | string, bytes | varint count, UTF-8 or bytes |
/// | words | varint count, 8 bytes each: an array of `Int` |
/// | list | u32 length, then values |
/// | record | u32 length, then for each key: varint count, UTF-8, value |
///
/// Every value tells its own length, so what a reader does not ask for is skipped in one step.
enum PickleFormat {
  /// The first byte of a value.
  enum Tag: UInt8 {
    case null = 0
    case no = 1
    case yes = 2
    case integer = 3
    case wide = 4
    case float = 5
    case double = 6
    case string = 7
    case bytes = 8
    case words = 9
    case list = 10
    case record = 11
  }

  /// Tag and length of a list or record.
  static let headerSize = 5

  /// How deeply values may nest; bounds the stack that a corrupted message can use.
  static let maximumDepth = 400

  /// The error for bytes that are no value.
  static func corrupted(_ what: String) -> DecodingError {
    .dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: what))
  }

  /// The error for a value of another kind than the one asked for.
  static func mismatch(_ type: any Any.Type, found tag: Tag) -> DecodingError {
    let what = "expected \(type), found \(tag)"
    return .typeMismatch(type, DecodingError.Context(codingPath: [], debugDescription: what))
  }

  /// `value` as a `To`, if that is the type it has; costs one comparison.
  @inline(__always)
  static func same<From, To>(_ value: From, as type: To.Type) -> To? {
    // The types are the same, so the cast only tells the compiler so.
    From.self == To.self ? unsafeBitCast(value, to: To.self) : nil
  }
}

/// The place of a value that stands in no keyed container: an index, or `super`.
struct PickleKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(stringValue: String) {
    self.stringValue = stringValue
    intValue = nil
  }

  init(intValue: Int) {
    stringValue = String(intValue)
    self.intValue = intValue
  }

  /// The key of `superEncoder()` and `superDecoder()`, as the standard library documents it.
  static let parent = PickleKey(stringValue: "super")
}
