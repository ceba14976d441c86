import ProcModel

/// Text on a grid of cells: how wide it is, where it breaks, where it is cut.
enum TextLayout {
  /// The columns that a sign takes: 0, 1 or 2.
  static func width(of glyph: Character) -> Int { DisplayWidth.of(glyph) }

  /// The columns that a text takes.
  static func width(of text: String) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }

  /// The text, cut to `columns` with `…` at the end where it does not fit.
  static func truncated(_ text: String, to columns: Int) -> String {
    if width(of: text) <= columns { return text }
    if columns <= 0 { return "" }
    var result = ""
    var used = 1
    for glyph in text {
      used += width(of: glyph)
      if used > columns { break }
      result.append(glyph)
    }
    return result + "…"
  }

  /// The text with blanks up to `columns`, cut where it is longer.
  static func padded(_ text: String, to columns: Int) -> String {
    let text = truncated(text, to: columns)
    return text + String(repeating: " ", count: max(0, columns - width(of: text)))
  }

  /// The text with blanks before it up to `columns`.
  static func rightAligned(_ text: String, to columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - width(of: text))) + text
  }

  /// The text in lines of at most `columns`: broken at blanks and between Chinese characters, never
  /// before a closing or after an opening mark of punctuation; words that are too long are cut.
  static func wrapped(_ text: String, to columns: Int) -> [String] {
    guard columns > 1 else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      var filler = LineFiller(columns: columns)
      for piece in pieces(of: paragraph) { filler.add(piece) }
      return filler.finished()
    }
  }

  /// The parts of a paragraph that must not be broken, with the blank before each noted.
  private static func pieces(of paragraph: Substring) -> [Piece] {
    var pieces: [Piece] = []
    var current = Piece()
    var last: Character = " "
    for glyph in paragraph {
      if glyph == " " {
        if !current.text.isEmpty { pieces.append(current) }
        current = Piece(spaceBefore: true)
      } else {
        if !current.text.isEmpty, mayBreak(between: last, and: glyph) {
          pieces.append(current)
          current = Piece()
        }
        current.text.append(glyph)
      }
      last = glyph
    }
    if !current.text.isEmpty { pieces.append(current) }
    return pieces
  }

  private static func mayBreak(between left: Character, and right: Character) -> Bool {
    guard width(of: left) == 2 || width(of: right) == 2 else { return false }
    return !"，。、；：！？）」』】》…”’,.;:!?)".contains(right) && !"（「『【《“‘(".contains(left)
  }
}

/// A part of a text that stays on one line.
private struct Piece {
  var text = ""
  var spaceBefore = false
}

/// Fills lines with pieces.
private struct LineFiller {
  let columns: Int
  private var lines: [String] = []
  private var line = ""
  private var used = 0

  init(columns: Int) { self.columns = columns }

  mutating func add(_ piece: Piece) {
    let width = TextLayout.width(of: piece.text)
    let space = piece.spaceBefore && !line.isEmpty ? 1 : 0
    if used + space + width <= columns {
      line += (space == 1 ? " " : "") + piece.text
      used += space + width
    } else {
      if !line.isEmpty { endLine() }
      addCut(piece.text)
    }
  }

  /// What was filled; an empty paragraph is one empty line.
  mutating func finished() -> [String] {
    if !line.isEmpty || lines.isEmpty { endLine() }
    return lines
  }

  private mutating func addCut(_ text: String) {
    for glyph in text {
      let width = TextLayout.width(of: glyph)
      if used + width > columns { endLine() }
      line.append(glyph)
      used += width
    }
  }

  private mutating func endLine() {
    lines.append(line)
    line = ""
    used = 0
  }
}
