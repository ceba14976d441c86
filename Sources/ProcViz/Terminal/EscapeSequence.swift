/// What begins with Esc (ECMA-48, and xterm's control sequences), whether or not the terminal's
/// description has it: some terminals send the arrows' other form. What nobody knows is read to its
/// end and forgotten.
enum EscapeSequence {
  /// The byte that it begins with.
  static let escape: UInt8 = 27

  /// What the bytes mean, of which the first is Esc.
  static func reading(of bytes: ArraySlice<UInt8>) -> KeyDecoder.Reading {
    let body = bytes.dropFirst(2)
    return switch bytes.dropFirst().first {
    case nil: .half
    case UInt8(ascii: "O"): control(body, others: ["M": .enter])
    case UInt8(ascii: "["):
      body.first == UInt8(ascii: "M")
        ? MouseReport.reading(of: body.dropFirst()) : control(body, others: [:])
    default: .whole(1, .key(.escape))  // the key, and then another one
    }
  }

  /// A sequence up to its last byte, which is a letter or one of a few signs.
  private static func control(
    _ body: ArraySlice<UInt8>, others: [String: Key]
  ) -> KeyDecoder.Reading {
    // The console of Linux writes its function keys with a second bracket.
    let bracket = body.first == UInt8(ascii: "[") ? 1 : 0
    guard let end = body.dropFirst(bracket).firstIndex(where: { !(32..<64).contains($0) }) else {
      return body.count > longest ? .whole(2 + body.count, nil) : .half
    }
    // A control character: another sequence begins, or a key was pressed meanwhile.
    guard (64..<127).contains(body[end]) else { return .whole(2 + end - body.startIndex, nil) }
    return .whole(3 + end - body.startIndex, message(body[...end], others))
  }

  /// More than any key or report of the mouse has.
  private static let longest = 64

  private static func message(_ sequence: ArraySlice<UInt8>, _ others: [String: Key]) -> Message? {
    if sequence.first == UInt8(ascii: "<") { return MouseReport.message(sequence.dropFirst()) }
    let text = String(decoding: sequence, as: UTF8.self)
    return (otherForms[text] ?? others[text]).map { .key($0) }
  }

  /// Keys by what follows `ESC [` or `ESC O` (xterm's control sequences).
  private static let otherForms: [String: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "1~": .home, "4~": .end,
    "7~": .home, "8~": .end, "5~": .pageUp, "6~": .pageDown, "3~": .delete,
    "1;2C": .shiftRight, "1;2D": .shiftLeft,
  ]
}
