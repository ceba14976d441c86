import ProcModel

/// What the signs on the screen mean: only those that are there.
enum LegendView {
  /// A sign, its look, and its meaning.
  struct Item: Hashable, Sendable {
    let sign: Sign
    let glyph: Character
    let style: Style
    let text: Localized
  }

  /// All signs, for help.
  static func everything(look: Look) -> [Item] { Sign.allCases.map { item($0, look: look) } }

  /// Draws what fits of the signs that are shown; the states come first.
  static func draw(_ shown: Set<Sign>, look: Look, row: Int, in frame: inout Frame) {
    let items = Sign.allCases.filter { shown.contains($0) }.map { item($0, look: look) }
    let widths = items.map { 2 + TextLayout.width(of: look($0.text)) }
    let gap = widths.reduce(0, +) + items.count * 3 <= frame.size.columns ? 3 : 2
    var column = 2
    for (item, width) in zip(items, widths) where column + width <= frame.size.columns - 1 {
      frame.put(item.glyph, row: row, column: column, style: item.style)
      column = frame.put(look(item.text), row: row, column: column + 2, style: .dim) + gap
    }
  }

  private static func item(_ sign: Sign, look: Look) -> Item {
    Item(
      sign: sign, glyph: sign.glyph(look.glyphs), style: style(of: sign), text: SignTexts.of(sign))
  }

  private static func style(of sign: Sign) -> Style {
    switch sign {
    case .holding: Style(role: .holding(0))
    case .waiting: Style(role: .waiting(0))
    case .wrong, .failed, .killed, .timedOut: Style(role: .wrong)
    case .ended, .joined: .good
    default: .text
    }
  }
}
