/// Fits text into a number of terminal cells.
public enum TextLayout {
  /// `text`, cut at the end so that it takes at most `width` cells; a mark shows the cut.
  public static func truncated(_ text: String, to width: Int, mark: String = "…") -> String {
    if DisplayWidth.of(text) <= width { return text }
    let room = width - DisplayWidth.of(mark)
    if room < 0 { return prefix(of: text, width: max(width, 0)) }
    return prefix(of: text, width: room) + mark
  }

  /// `text` in exactly `width` cells: truncated, or filled up with spaces.
  public static func padded(_ text: String, to width: Int, alignRight: Bool = false) -> String {
    let text = truncated(text, to: width)
    let fill = String(repeating: " ", count: max(width - DisplayWidth.of(text), 0))
    return alignRight ? fill + text : text + fill
  }

  /// The longest beginning of `text` that takes at most `width` cells.
  public static func prefix(of text: String, width: Int) -> String {
    var result = ""
    var taken = 0
    for character in text {
      taken += DisplayWidth.of(character)
      if taken > width { break }
      result.append(character)
    }
    return result
  }

  /// `text` in lines of at most `width` cells, broken at its own line breaks, between words, and
  /// between Chinese characters; closing punctuation never begins a line and opening punctuation
  /// never ends one, unless a single such piece is wider than a line.
  public static func wrapped(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      LineFiller.lines(of: LineBreaks.pieces(of: $0), width: width)
    }
  }
}

/// Fills lines with pieces that are not to be broken.
private struct LineFiller {
  private var lines: [String] = []
  private var line = ""
  private var taken = 0
  private let width: Int

  private init(width: Int) { self.width = width }

  static func lines(of pieces: [String], width: Int) -> [String] {
    var filler = LineFiller(width: width)
    for piece in pieces { filler.add(piece) }
    filler.endLine()
    return filler.lines
  }

  private mutating func add(_ piece: String) {
    let visible = String(piece.reversed().drop { $0 == " " }.reversed())
    if taken > 0, taken + DisplayWidth.of(visible) > width { endLine() }
    if DisplayWidth.of(visible) <= width { return append(piece) }
    for character in piece {
      if taken > 0, taken + DisplayWidth.of(character) > width { endLine() }
      append(String(character))
    }
  }

  private mutating func append(_ piece: String) {
    // A line that was broken does not begin with the space at which it was broken.
    if taken == 0, !lines.isEmpty, piece.allSatisfy({ $0 == " " }) { return }
    line += piece
    taken += DisplayWidth.of(piece)
  }

  private mutating func endLine() {
    while line.last == " " { line.removeLast() }
    lines.append(line)
    line = ""
    taken = 0
  }
}
