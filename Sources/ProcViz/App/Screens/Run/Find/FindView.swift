import ProcModel

/// The row that says what is looked for, how much was found, and where among it one is.
enum FindView {
  /// Draws the row of a search that is on.
  static func draw(_ search: EventSearch, _ scene: Scene, row: Int, in frame: inout Frame) {
    let columns = frame.size.columns
    frame.fill(Rect(row: row, column: 0, rows: 1, columns: columns), style: .bar)
    let count = scene.look(
      FindTexts.count(search, moment: scene.run.moment, of: scene.run.run.trace.count))
    let room = columns - TextLayout.width(of: count) - 8
    let text = TextLayout.truncated(Sanitizer.line(search.query.text), to: max(room, 4))
    let line = Line("/", Style.key.on(.bar)).adding(" \(text)  ", .bar)
      .adding(count, isInVain(search, scene) ? Style.danger.on(.bar) : Style.key.on(.bar))
    let end = frame.put(line, row: row, column: 1, limit: columns - 2)
    let keys = RunScreen.items(for: [.find(.next), .find(.open), .find(.end)], scene.look.language)
      .map(\.text).joined(separator: "  ")
    if end + 3 + TextLayout.width(of: keys) < columns {
      frame.putRight(keys, row: row, endColumn: columns - 1, style: Style.dim.on(.bar))
    }
  }

  /// Whether everything was looked at, and nothing found.
  static func isInVain(_ search: EventSearch, _ scene: Scene) -> Bool {
    search.hits.count == 0 && search.isDone(scene.run.run.trace.count)
  }
}
