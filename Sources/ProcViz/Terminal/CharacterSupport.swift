import CProcSupport
import Glibc

/// Which characters the user's terminal shows, as its locale says (locale(7)).
enum CharacterSupport: Sendable {
  /// All of Unicode, in UTF-8.
  case all
  /// Those of another encoding, such as GB18030. Most lines and signs are two cells wide there, or
  /// are missing, so that ASCII stands for them; texts are shown, Chinese ones too.
  case ownEncoding
  /// ASCII.
  case ascii

  /// Takes the user's locale; where that knows ASCII only, one that can at least show Unicode, which
  /// nearly every terminal does (setlocale(3)).
  static func choose() -> CharacterSupport {
    setlocale(LC_ALL, "")
    if codeset == "UTF-8" { return .all }
    if codeset != "ANSI_X3.4-1968" { return shows("中", width: 2) ? .ownEncoding : .ascii }
    return setlocale(LC_CTYPE, "C.UTF-8") != nil && codeset == "UTF-8" ? .all : .ascii
  }

  /// Whether the locale has a character, as wide as it is drawn.
  static func shows(_ character: Character, width: Int) -> Bool {
    for (place, scalar) in character.unicodeScalars.enumerated() {
      let columns = pv_character_width(scalar.value)
      if columns < 0 || place == 0 && columns != Int32(width) { return false }
    }
    return true
  }

  private static var codeset: String {
    nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
  }
}

extension Frame {
  /// The frame in the characters that a terminal shows.
  func shown(in support: CharacterSupport) -> Frame {
    switch support {
    case .all: return self
    case .ascii: return inASCII(keepingText: false)
    case .ownEncoding:
      var frame = inASCII(keepingText: true)
      frame.replaceGlyphs { cell in
        if cell.width == 0 || cell.glyph.isASCII { return cell }
        if CharacterSupport.shows(cell.glyph, width: Int(cell.width)) { return cell }
        var cell = cell
        cell.glyph = cell.width == 2 ? "？" : "?"
        return cell
      }
      return frame
    }
  }
}
