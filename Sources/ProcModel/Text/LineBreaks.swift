/// Where a line of text may be broken.
enum LineBreaks {
  /// Punctuation that must not begin a line.
  private static let closing = Set<Character>("、。，．：；！？）】》〉」』〕”’…—～·%‰℃),.:;!?]}")
  /// Punctuation that must not end a line.
  private static let opening = Set<Character>("（【《〈「『〔“‘([{")

  /// `line` in pieces that belong together: a word with the spaces after it, or a Chinese character
  /// with the punctuation that belongs to it.
  static func pieces(of line: some StringProtocol) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var last: Character?
    for character in line {
      if let last, mayBreak(between: last, and: character) {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
      last = character
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }

  private static func mayBreak(between a: Character, and b: Character) -> Bool {
    if b == " " { return false }
    if a == " " { return true }
    if closing.contains(b) || opening.contains(a) { return false }
    return isIdeographic(a) || isIdeographic(b)
  }

  /// Whether lines may be broken on both sides of a character: wide ones are not parts of words.
  private static func isIdeographic(_ character: Character) -> Bool {
    DisplayWidth.of(character) == 2 || closing.contains(character) && !character.isASCII
  }
}
