import ProcModel
import ProcSchedule
import ProcSession

/// A finding of a search: where it was met first, what happens, in a sentence and in the two or three
/// operations that matter, and the simplest schedule that shows it.
enum FoundView {
  /// Draws it; the key keeps its place at the end.
  static func draw(
    _ found: Found, _ explore: ExploreState, _ look: Look, in area: Rect, of frame: inout Frame
  ) {
    let full = look(explore.opensWhenMinimized ? SearchTexts.opening : SearchTexts.open)
    let fits = TextLayout.width(of: full) + 7 <= area.columns - 4
    let next = Line("Enter", .key)
      .adding("  " + (fits ? full : look(SearchTexts.openShort)), .dim)
    let room = Rect(
      row: area.row, column: area.column + 2, rows: area.rows - 1, columns: area.columns - 4)
    var lines = told(explore.currentMinimized, look, columns: room.columns)
    let simple = schedules(found, explore.currentMinimized, look, columns: room.columns)
    let isRoomy = lines.count + simple.count + 2 <= room.rows
    if isRoomy, !lines.isEmpty { lines.append(Line()) }
    lines += simple
    if lines.count > room.rows { lines = Array(lines.prefix(room.rows)) }
    var end = frame.put(lines, in: room)
    if let moveGrid = explore.currentGrid, let minimized = explore.currentMinimized {
      end =
        drawGrid(
          moveGrid, of: minimized, look,
          in: room.inset(top: end - room.row + 1, bottom: 2), of: &frame) ?? end
    }
    let row = min(end + (isRoomy ? 1 : 0), area.endRow - 1)
    frame.put(next, row: row, column: room.column, limit: room.columns)
  }

  /// The run of the simplest schedule, move by move, where there is room for its lanes.
  ///
  /// - Returns: the row after it; nil where it is not drawn.
  private static func drawGrid(
    _ moveGrid: MoveGrid, of minimized: MinimizedFinding, _ look: Look, in area: Rect,
    of frame: inout Frame
  ) -> Int? {
    let lanes = moveGrid.run.world.lanes.count
    guard lanes > 0, lanes <= area.rows else { return nil }
    let names = 14
    let chart = area.inset(left: names + 1)
    let last = minimized.finding?.seqs.last ?? 0
    let move = moveGrid.moves.firstIndex { $0?.events.contains(last) == true }
    let gridLayout = MoveGridLayout(
      moves: moveGrid.moves.count, columns: chart.columns, around: move ?? 0,
      rowsPerLane: lanes * 2 <= area.rows ? 2 : 1, lanes: 0..<lanes, nameColumns: names)
    MoveGridView(moveGrid, area: chart, gridLayout: gridLayout, look: look).draw(in: &frame)
    return area.row + lanes * gridLayout.rowsPerLane
  }

  /// What happens.
  private static func told(_ minimized: MinimizedFinding?, _ look: Look, columns: Int) -> [Line] {
    guard let minimized, let finding = minimized.finding else {
      return Line.wrapped(look(SearchTexts.notYetTold), to: columns, style: .dim)
    }
    let highlighter = Highlighter(
      minimized.run.world.lanes.prefix(64).enumerated().map { ($1.name, Style(role: .lane($0))) })
    var lines = Line.wrapped(
      look(finding.text), to: columns, highlighter: highlighter)
    for step in minimized.run.steps(of: finding).prefix(4) {
      let texts = TextLayout.wrapped(look(step.text), to: columns - 4)
      for (index, text) in texts.enumerated() {
        var line = Line(index == 0 ? "  \(look.glyphs.step) " : "    ", .dim)
        line.parts += highlighter.line(text, style: .dim).parts
        lines.append(line)
      }
    }
    return lines
  }

  /// Where it was met first, and what is simpler than that.
  private static func schedules(
    _ found: Found, _ minimized: MinimizedFinding?, _ look: Look, columns: Int
  ) -> [Line] {
    var lines = [
      pair(look(SearchTexts.firstAt(found.firstAt.grouped)), found.first.schedule.text, columns)
    ]
    if let minimized {
      lines.append(
        pair(
          look(SearchTexts.switches(minimized.minimal.switches)), minimized.minimal.text, columns))
    }
    return lines
  }

  private static func pair(_ name: String, _ schedule: String, _ columns: Int) -> Line {
    let title = TextLayout.padded(name, to: 28) + "  "
    let room = columns - TextLayout.width(of: title)
    return Line(title, .dim).adding(TextLayout.truncated(schedule, to: room), .text)
  }
}
