import Foundation

/// A JSON value (RFC 8259).
public enum JSON: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// Parses one value.
  ///
  /// - Throws: `DecodingError` where the text is not JSON.
  public init(parsing text: some StringProtocol) throws {
    self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
  }

  /// A member of an object; null where there is none.
  public subscript(key: String) -> JSON {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  /// The text of a string, else nil.
  public var string: String? { if case .string(let text) = self { text } else { nil } }
  /// A whole number, else nil.
  public var int: Int? { if case .number(let number) = self { Int(exactly: number) } else { nil } }
  /// A number, else nil.
  public var double: Double? { if case .number(let number) = self { number } else { nil } }
  /// A truth, else nil.
  public var bool: Bool? { if case .bool(let truth) = self { truth } else { nil } }
  /// The elements of an array; none for anything else.
  public var elements: [JSON] { if case .array(let elements) = self { elements } else { [] } }
  /// The members of an object; none for anything else.
  public var members: [String: JSON] {
    if case .object(let members) = self { members } else { [:] }
  }
}

extension JSON: Decodable {
  /// Takes whatever is there.
  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let truth = try? value.decode(Bool.self) {
      self = .bool(truth)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .string(text)
    } else if let elements = try? value.decode([JSON].self) {
      self = .array(elements)
    } else {
      self = .object(try value.decode([String: JSON].self))
    }
  }
}
