import ProcModel

/// The last rows of the run screen: the legend, or what the user is asked or told; and the keys.
enum BottomView {
  /// Draws them.
  static func draw(
    _ scene: Scene, shown: Set<Sign>, bar: [BarView.Item], in frame: inout Frame
  ) {
    let keysRow = scene.layout.keysRow
    BarView.keys(bar, row: keysRow, in: &frame)
    // On a low screen, what is asked or told covers the keys for as long as it lasts.
    let row = scene.layout.legendRow ?? keysRow
    if let typing = scene.run.typing {
      // Where the line covers the keys, it names them itself.
      let keys = scene.layout.legendRow == nil ? bar.map(\.text) : []
      drawLine(typing, keys, scene, row: row, in: &frame)
    } else if scene.run.notice == nil, let search = scene.run.find.search {
      FindView.draw(search, scene, row: row, in: &frame)
    } else if let notice = scene.run.notice {
      BarView.notice(scene.look(notice), row: row, in: &frame)
    } else if let lane = scene.run.inputLane, scene.run.replay == nil {
      drawPrompt(lane, scene, row: row, in: &frame)
    } else if scene.layout.legendRow != nil {
      LegendView.draw(shown, look: scene.look, row: row, in: &frame)
    }
  }

  private static func drawAsked(_ line: Line, row: Int, in frame: inout Frame) {
    frame.fill(Rect(row: row, column: 0, rows: 1, columns: frame.size.columns), style: .bar)
    frame.put(line, row: row, column: 1, limit: frame.size.columns - 2)
  }

  private static func drawPrompt(
    _ lane: LaneIndex, _ scene: Scene, row: Int, in frame: inout Frame
  ) {
    let name = Sanitizer.line(scene.run.run.world.lanes[lane].name)
    let line = Line(scene.look(RunTexts.prompt(name)), Style.key.on(.bar))
    let full = line.adding("  " + scene.look(RunTexts.typeNow), .bar)
    drawAsked(full.width <= frame.size.columns - 2 ? full : line, row: row, in: &frame)
  }

  /// The line being typed: its end is always in sight.
  private static func drawLine(
    _ line: LineEditor, _ keys: [String], _ scene: Scene, row: Int, in frame: inout Frame
  ) {
    let columns = frame.size.columns
    let (title, said) = words(for: line, scene)
    let hint = ([said] + keys).filter { !$0.isEmpty }.joined(separator: "  ")
    drawAsked(
      Line(title, Style.key.on(.bar)).adding(" \(scene.look.glyphs.chosen) ", Style.key.on(.bar)),
      row: row, in: &frame)
    let start = 1 + TextLayout.width(of: title) + 3
    var tail = Substring(line.text)
    while TextLayout.width(of: String(tail)) > columns - start - 2 { tail = tail.dropFirst() }
    let end = frame.put(String(tail), row: row, column: start, style: .bar)
    frame.cursor = Point(row: row, column: end)
    if end + 3 + TextLayout.width(of: hint) < columns {
      frame.putRight(hint, row: row, endColumn: columns - 1, style: Style.dim.on(.bar))
    }
  }

  /// What stands before the line being typed, and what is said behind it.
  private static func words(for line: LineEditor, _ scene: Scene) -> (String, String) {
    switch line.purpose {
    case .input:
      let name = scene.run.inputLane.map { Sanitizer.line(scene.run.run.world.lanes[$0].name) }
      let title = name.map { RunTexts.input($0) } ?? RunTexts.inputForAny
      return (scene.look(title), "")
    case .find:
      let count = scene.run.find.search.map {
        FindTexts.count($0, moment: scene.run.moment, of: scene.run.run.trace.count)
      }
      return (scene.look(FindTexts.title), scene.look(count ?? FindTexts.hint))
    }
  }
}
