import ProcLessons
import ProcModel

/// The lanes of a run as lines of plain characters, as the run screen draws them.
enum PlainLanes {
  private static let columns = 100
  private static let mostLanes = 32

  /// Draws them.
  static func lines(_ run: Run, _ look: Look) -> [String] {
    guard !run.trace.isEmpty else { return [] }
    var state = RunState(number: 0, subject: .program([""]))
    for event in run.trace { state.append(event) }
    state.finish()
    // Nobody has chosen one.
    state.arrangement.chosen = -1
    let lanes = min(run.world.lanes.count, mostLanes)
    let size = Size(columns: columns, rows: max(30, 3 * lanes + 24))
    let layout = RunLayout(of: state, size: size)
    let scene = Scene(of: state, look: look, layout: layout)
    var frame = Frame(size: size)
    AxisView.draw(scene, in: &frame)
    let shown = LanesView.draw(scene, in: &frame)
    let end = layout.lanes.row + min(lanes, layout.visibleLanes) * layout.rowsPerLane
    frame = frame.plain(look)
    let picture = Array(frame.lines[layout.axisRow..<min(end, size.rows)])
    return picture.trimmed + ["", legend(shown, look)]
  }

  private static func legend(_ shown: Set<Sign>, _ look: Look) -> String {
    var frame = Frame(size: Size(columns: columns, rows: 1))
    LegendView.draw(shown, look: look, row: 0, in: &frame)
    return frame.plain(look).lines[0]
  }
}

extension [String] {
  /// Without the empty lines at the end, and with no two of them in a row.
  fileprivate var trimmed: [String] {
    var lines: [String] = []
    for line in self where !(line.isEmpty && lines.last?.isEmpty ?? true) { lines.append(line) }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}

extension Frame {
  /// The frame in the characters that are asked for.
  fileprivate func plain(_ look: Look) -> Frame {
    look.glyphs.isASCII ? inASCII(keepingText: true) : self
  }
}
