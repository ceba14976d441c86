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

  /// Draws what fits of the signs that are shown, in their order; where not all have room, the ones
  /// that explain themselves give way.
  static func draw(_ shown: Set<Sign>, look: Look, row: Int, in frame: inout Frame) {
    let room = frame.size.columns - 3
    var items = Sign.allCases.filter { shown.contains($0) }.map { item($0, look: look) }
    while width(items, look, gap: 2) > room,
      let spare = items.indices.max(by: { items[$0].sign.plainness < items[$1].sign.plainness })
    {
      items.remove(at: spare)
    }
    let gap = width(items, look, gap: 3) <= room ? 3 : 2
    var column = 2
    for item in items {
      frame.put(item.glyph, row: row, column: column, style: item.style)
      column = frame.put(look(item.text), row: row, column: column + 2, style: .dim) + gap
    }
  }

  private static func width(_ items: [Item], _ look: Look, gap: Int) -> Int {
    items.reduce(-gap) { $0 + 2 + TextLayout.width(of: look($1.text)) + gap }
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
    case .ended, .joined, .canMove: .good
    case .hasToWait: .danger
    case .wouldTimeOut, .outside: .warning
    default: .text
    }
  }
}

extension Sign {
  /// How well it is understood without a word: the higher, the sooner the legend leaves it out.
  fileprivate var plainness: Int {
    switch self {
    case .wrong, .holding, .waiting, .failed, .killed: 0
    case .canMove, .wouldTimeOut, .hasToWait, .learnsNothing, .outside: 0
    case .blocked, .asleep, .held, .idle: 1
    case .read, .write, .put, .get, .set, .fetched, .served, .timedOut, .taskBegin, .taskEnd,
      .taken, .given, .notified, .cleared, .woken, .arrived, .passed, .broken:
      2
    case .joined, .typed, .remembered: 3
    case .noted, .printed, .running: 4
    case .begin, .ended: 5
    }
  }
}
