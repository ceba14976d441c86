/// How many cells of a terminal a text takes: 2 for East Asian wide characters and emoji, 0 for
/// combining marks, 1 for all else (Unicode Standard Annex 11). It agrees with `wcwidth` of glibc.
public enum DisplayWidth {
  /// The cells of one character, however many scalars it is made of: those of its base.
  public static func of(_ character: Character) -> Int {
    if let ascii = character.asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
    var width = 0
    for scalar in character.unicodeScalars {
      width = max(width, of(scalar))
      if width == 2 { break }
    }
    return width
  }

  /// The cells of a text.
  public static func of(_ text: some StringProtocol) -> Int {
    var width = 0
    var isASCII = true
    for byte in text.utf8 {
      if byte >= 0x80 {
        isASCII = false
        break
      }
      if byte >= 0x20, byte != 0x7F { width += 1 }
    }
    return isASCII ? width : text.reduce(0) { $0 + of($1) }
  }

  /// The cells of one scalar by itself.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 {
      return value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xAD ? 0 : 1
    }
    if isWide(value) { return 2 }
    if (0x1160...0x11FF).contains(value) { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      return 0
    default: return 1
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    if value < 0x1100 { return false }
    let place = wide.partitioningIndex { $0.upperBound >= value }
    return place < wide.count && wide[place].contains(value)
  }
}
