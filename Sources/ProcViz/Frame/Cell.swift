/// One cell of the screen: what stands in it, and what that means.
struct Cell: Hashable, Sendable {
  /// What a reader sees as one sign, combining marks included.
  var glyph: Character
  /// 1, or 2 for a wide sign, whose second cell has the width 0.
  var width: UInt8
  /// What it means; the palette knows how that looks.
  var style: Style

  /// An empty cell.
  static let blank = Cell(glyph: " ", width: 1, style: .text)
  /// The second cell of a wide sign.
  static func second(_ style: Style) -> Cell { Cell(glyph: " ", width: 0, style: style) }
}
