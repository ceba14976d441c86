import ProcModel

/// The bars at the top and at the bottom, which all screens have.
enum BarView {
  /// A key and what it does.
  struct Item: Hashable, Sendable {
    let key: String
    let meaning: String
    /// Whether it has room even where others have not: help, and the way back.
    let isKept: Bool
    /// Both.
    var text: String { "\(key) \(meaning)" }
    /// The columns that it takes.
    var width: Int { TextLayout.width(of: text) }
  }

  /// Draws the bar of keys: as many as there is room for, and in any case those that are kept.
  static func keys(_ items: [Item], row: Int, in frame: inout Frame) {
    let columns = frame.size.columns
    frame.fill(Rect(row: row, column: 0, rows: 1, columns: columns), style: .bar)
    let gap = items.map(\.width).reduce(0, +) + items.count * 3 <= columns ? 3 : 2
    var kept = items.filter(\.isKept).map { $0.width + gap }.reduce(0, +)
    var column = 1
    for item in items {
      if item.isKept { kept -= item.width + gap }
      guard column + item.width + kept < columns else { continue }
      column = frame.put(item.key, row: row, column: column, style: Style.key.on(.bar))
      column = frame.put(item.meaning, row: row, column: column + 1, style: .bar) + gap
    }
  }

  /// Draws what is told until the next key, in the place of the keys.
  static func notice(_ text: String, row: Int, in frame: inout Frame) {
    let columns = frame.size.columns
    frame.fill(Rect(row: row, column: 0, rows: 1, columns: columns), style: .bar)
    let shown = TextLayout.truncated(text, to: columns - 3)
    frame.put(Line(" " + shown, Style.warning.on(.bar)), row: row, column: 1)
  }

  /// Draws a bar with a title to the left, and something of less weight to the right.
  static func title(_ title: Line, right: String, row: Int, in frame: inout Frame) {
    let columns = frame.size.columns
    frame.fill(Rect(row: row, column: 0, rows: 1, columns: columns), style: .bar)
    let end = frame.put(title, row: row, column: 1, limit: columns - 2)
    if end + 2 + TextLayout.width(of: right) < columns {
      frame.putRight(right, row: row, endColumn: columns - 1, style: Style.dim.on(.bar))
    }
  }
}
