import ProcModel

/// Shorthands for text on a grid of cells.
extension TextLayout {
  /// The columns that a sign takes: 0, 1 or 2.
  static func width(of glyph: Character) -> Int { DisplayWidth.of(glyph) }

  /// The columns that a text takes.
  static func width(of text: String) -> Int { DisplayWidth.of(text) }

  /// The lines of a text, wrapped to `columns`.
  static func wrapped(_ text: String, to columns: Int) -> [String] {
    columns > 1 ? wrapped(text, width: columns) : []
  }

  /// A name in at most `columns`: what tells it from its like, the number at its end, is kept.
  static func shortened(_ name: String, to columns: Int) -> String {
    guard width(of: name) > columns, let dash = name.lastIndex(of: "-") else {
      return truncated(name, to: columns)
    }
    let end = String(name[dash...])
    guard width(of: end) <= columns / 2 else { return truncated(name, to: columns) }
    return prefix(of: name, width: columns - 1 - width(of: end)) + "…" + end
  }

  /// The text with blanks before it up to `columns`.
  static func rightAligned(_ text: String, to columns: Int) -> String {
    padded(text, to: columns, alignRight: true)
  }
}
