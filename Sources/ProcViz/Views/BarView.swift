import ProcModel

/// The bars at the top and at the bottom, which all screens have.
enum BarView {
  /// A key and what it does.
  struct Item: Hashable, Sendable {
    let key: String
    let meaning: String
    /// Both.
    var text: String { "\(key) \(meaning)" }
  }

  /// Draws the bar of keys: as many as there is room for.
  static func keys(_ items: [Item], row: Int, in frame: inout Frame) {
    let columns = frame.size.columns
    frame.fill(Rect(row: row, column: 0, rows: 1, columns: columns), style: .bar)
    let widths = items.map { TextLayout.width(of: $0.key) + 1 + TextLayout.width(of: $0.meaning) }
    let gap = widths.reduce(0, +) + items.count * 3 <= columns ? 3 : 2
    var column = 1
    for (item, width) in zip(items, widths) where column + width < columns {
      column = frame.put(item.key, row: row, column: column, style: Style.key.on(.bar))
      column = frame.put(item.meaning, row: row, column: column + 1, style: .bar) + gap
    }
  }

  /// Draws what is told until the next key, in the place of the keys.
  static func notice(_ text: String, row: Int, in frame: inout Frame) {
    let columns = frame.size.columns
    frame.fill(Rect(row: row, column: 0, rows: 1, columns: columns), style: .bar)
    frame.put(Line(" " + text, Style.warning.on(.bar)), row: row, column: 1, limit: columns - 2)
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
