/// A JSON value that has been written (RFC 8259).
struct JSONText: Sendable {
  let text: String

  static func number(_ value: Int) -> JSONText { JSONText(text: String(value)) }

  static func decimal(_ value: Double) -> JSONText {
    JSONText(text: value.isFinite ? String(value) : "null")
  }

  static func array(_ elements: [JSONText]) -> JSONText {
    JSONText(text: "[\(elements.map(\.text).joined(separator: ","))]")
  }

  static func object(_ members: [(String, JSONText)]) -> JSONText {
    let parts = members.map { "\(string($0).text):\($1.text)" }
    return JSONText(text: "{\(parts.joined(separator: ","))}")
  }

  static func string(_ value: String) -> JSONText {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    return JSONText(text: text + "\"")
  }
}
