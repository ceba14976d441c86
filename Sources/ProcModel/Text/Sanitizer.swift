/// Makes text from processes safe to show: it removes everything that could move the cursor, change
/// colours, make the terminal answer, or change the reading direction.
public enum Sanitizer {
  /// `text` on one line: escape sequences, control characters and bidirectional controls are
  /// removed, line breaks and tabs become spaces.
  public static func line(_ text: String) -> String {
    isClean(text) ? text : clean(text) { $0 == "\n" || $0 == "\t" ? " " : nil }
  }

  /// `text` with its line breaks, with tabs as four spaces, otherwise as ``line(_:)``.
  public static func lines(_ text: String) -> String {
    isClean(text) ? text : clean(text) { $0 == "\n" ? "\n" : $0 == "\t" ? "    " : nil }
  }

  /// The lines of `text` as they can be shown; a last line break makes no empty line.
  public static func splitLines(_ text: String) -> [String] {
    var lines = lines(text).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    if lines.count > 1, lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Whether nothing has to be done: only printable ASCII, the usual case.
  private static func isClean(_ text: String) -> Bool {
    text.utf8.allSatisfy { 0x20 <= $0 && $0 < 0x7F }
  }

  private static func clean(
    _ text: String, keeping replacement: (Unicode.Scalar) -> String?
  ) -> String {
    var result = ""
    var skipper = EscapeSkipper()
    for scalar in text.unicodeScalars where !skipper.skips(scalar) {
      if let kept = replacement(scalar) {
        result += kept
      } else if !isUnsafe(scalar) {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether a character is a control (C0, DEL, C1), a line or paragraph separator, a control of
  /// the reading direction, an invisible tag, or no character at all.
  public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x061C, 0x2028...0x202E, 0x2066...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}

/// Recognises escape sequences (ECMA-48): CSI up to its final byte, OSC, DCS, APC, PM and SOS up to
/// their terminator, and two-character escapes.
struct EscapeSkipper {
  private enum State { case text, escape, control, string, stringEscape }
  private var state = State.text
  /// How much text after an unterminated string is removed as part of it.
  private var budget = 0
  private static let longestString = 4096

  /// Whether `scalar` is a part of an escape sequence.
  mutating func skips(_ scalar: Unicode.Scalar) -> Bool {
    switch state {
    case .text: return starts(scalar)
    case .escape: return continues(scalar)
    case .control:
      if scalar == "\u{1B}" { return starts(scalar) }
      if scalar.value < 0x20 || scalar.value > 0x7E { return leave(scalar) }
      if scalar.value >= 0x40 { state = .text }
      return true
    case .string, .stringEscape: return endsString(scalar)
    }
  }

  private mutating func starts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1B: state = .escape
    case 0x9B: state = .control
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F: enterString()
    default: return false
    }
    return true
  }

  private mutating func continues(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "[": state = .control
    case "]", "P", "X", "^", "_": enterString()
    case "\u{1B}": break
    case " "..."/": break
    case "0"..."~": state = .text
    default: return leave(scalar)
    }
    return true
  }

  private mutating func enterString() {
    state = .string
    budget = Self.longestString
  }

  private mutating func endsString(_ scalar: Unicode.Scalar) -> Bool {
    budget -= 1
    let isTerminated = scalar == "\u{07}" || scalar.value == 0x9C
    let isEscaped = state == .stringEscape && scalar == "\\"
    if isTerminated || isEscaped {
      state = .text
    } else if scalar == "\n" || budget <= 0 {
      return leave(scalar)
    } else {
      state = scalar == "\u{1B}" ? .stringEscape : .string
    }
    return true
  }

  /// The sequence was broken off; the character counts as text.
  private mutating func leave(_ scalar: Unicode.Scalar) -> Bool {
    state = .text
    return starts(scalar)
  }
}
