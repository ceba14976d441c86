import ProcModel

/// Who waits for whom at the moment that is looked at: a row for each wait, cycles joined by a line,
/// and what it means in words.
enum WaitGraphView {
  /// The screen.
  static func frame(of run: RunState, scroll: Int, look: Look, size: Size, bar: [BarView.Item])
    -> Frame
  {
    var frame = Frame(size: size)
    BarView.title(title(run, look), right: moment(run, look), row: 0, in: &frame)
    let graph = WaitRows(run.world.waitForGraph)
    let area = Rect(size).inset(top: size.rows >= 20 ? 2 : 1, bottom: 1, left: 1, right: 1)
    let words = words(graph, run, look, columns: area.columns - 5)
    let rows = area.inset(bottom: min(words.count + 1, area.rows / 2))
    let end =
      graph.rows.isEmpty
      ? area.row - 1 : draw(graph, run, scroll: scroll, look, in: rows, of: &frame)
    let row = end + (size.rows >= 20 || graph.rows.isEmpty ? 1 : 0)
    frame.put(
      words,
      in: Rect(
        row: row, column: area.column + 3, rows: size.rows - 1 - row, columns: area.columns - 4))
    BarView.keys(bar, row: size.rows - 1, in: &frame)
    return frame
  }

  /// The last row from which the rest fills the screen.
  static func lastScroll(of run: RunState, size: Size) -> Int {
    max(0, WaitRows(run.world.waitForGraph).rows.count - max(1, size.rows - 12))
  }

  private static func title(_ run: RunState, _ look: Look) -> Line {
    Line("procviz", Style.title.on(.bar))
      .adding("  " + look(WaitGraphTexts.title) + " › ", .bar)
      .adding(Sanitizer.line(run.subject.name), Style.title.on(.bar))
  }

  private static func moment(_ run: RunState, _ look: Look) -> String {
    if let lag = run.lag { return lag.text(look) }
    let elapsed = max(run.run.lastEventTime, run.isFinished ? 0 : run.clock.now)
    return look(WaitGraphTexts.now(TimeText.clock(elapsed.distance(after: run.origin))))
  }

  // MARK: - The rows

  private static func draw(
    _ graph: WaitRows, _ run: RunState, scroll: Int, _ look: Look, in area: Rect,
    of frame: inout Frame
  ) -> Int {
    let table = WaitTable(graph, run: run, look: look, area: area)
    table.drawTitles(row: area.row, in: &frame)
    let room = area.rows - 1
    let first = max(0, min(scroll, graph.rows.count - room))
    var row = area.row + 1
    // Where there is plenty of room, a row is left blank between two.
    let step = frame.size.rows >= 30 && graph.rows.count * 2 <= room ? 2 : 1
    for item in graph.rows.dropFirst(first).prefix(room) {
      table.draw(item, row: row, height: step, in: &frame)
      row += step
    }
    if first > 0 {
      frame.put(look.glyphs.before, row: area.row + 1, column: area.endColumn - 1, style: .key)
    }
    if first + room < graph.rows.count {
      frame.put(look.glyphs.more, row: row - 1, column: area.endColumn - 1, style: .key)
    }
    return row
  }

  // MARK: - The words

  private static func words(
    _ graph: WaitRows, _ run: RunState, _ look: Look, columns: Int
  ) -> [Line] {
    func wrapped(_ text: Localized, _ style: Style) -> [Line] {
      Line.wrapped(look(text), to: columns, style: style)
    }
    if graph.rows.isEmpty { return wrapped(WaitGraphTexts.nobody, .text) }
    if !graph.hasWaits { return wrapped(WaitGraphTexts.nobodyWaits, .text) }
    if graph.cycles.isEmpty {
      return run.world.isStuck
        ? wrapped(WaitGraphTexts.stuck, .danger) : wrapped(WaitGraphTexts.noCycle, .dim)
    }
    var lines: [Line] = []
    for cycle in graph.cycles {
      let way = cycle.map { graph.name($0) }.joined(separator: " → ")
      lines += Line.wrapped("\(look.glyphs.bad) \(way)", to: columns, style: Style(role: .wrong))
    }
    // A lane that waits for its own lock: lane, lock, and the lane again.
    let isOfOne = graph.cycles.allSatisfy { $0.count <= 3 }
    return lines
      + wrapped(
        isOfOne ? WaitGraphTexts.deadlockOfOne : WaitGraphTexts.deadlock, .text)
  }
}
