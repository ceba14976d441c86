import ProcModel

/// The lanes: a line for each process, marks on it, values below it, and what was handed over
/// between them.
enum LanesView {
  /// Draws them.
  ///
  /// - Returns: what is to be explained in the legend.
  static func draw(_ scene: Scene, in frame: inout Frame) -> Set<Sign> {
    var shown: Set<Sign> = []
    ConnectorsView.draw(scene, in: &frame)
    let first = scene.run.arrangement.firstRow
    let rows = scene.order.rows
    for row in first..<max(first, min(first + scene.layout.visibleLanes, rows.count)) {
      guard let line = scene.layout.line(ofRow: row, firstRow: first) else { continue }
      guard case .lane(let lane) = rows[row] else {
        let isChosen = rows[row].lanes.contains(scene.run.arrangement.chosen)
        GroupLine(rows[row], scene: scene).draw(line: line, isChosen: isChosen, in: &frame)
        continue
      }
      drawName(of: lane, number: row + 1, row: line, scene, in: &frame)
      LaneLine(lane: lane, scene: scene).draw(row: line, in: &frame, shown: &shown)
      PendingView.draw(lane, row: line, scene, in: &frame, shown: &shown)
    }
    if rows.isEmpty { drawWaiting(scene, in: &frame) }
    fadeFuture(scene, in: &frame)
    return shown
  }

  private static func drawName(
    of lane: LaneIndex, number: Int, row: Int, _ scene: Scene, in frame: inout Frame
  ) {
    let state = scene.run.run.world.lanes[lane]
    let layout = scene.layout
    let hasDigit = scene.run.isHeld && number <= 9
    if lane == scene.run.arrangement.chosen {
      frame.put(scene.look.glyphs.chosen, row: row, column: hasDigit ? 1 : 0, style: .key)
    }
    // The key that moves the lane.
    if hasDigit { frame.put("\(number)", row: row, column: 0, style: .key) }
    let isThere = lane < scene.world.lanes.count && !scene.world.lanes[lane].hasEnded
    let role: Style.Role = isThere ? .laneTitle(lane) : .lane(lane)
    let name = TextLayout.shortened(Sanitizer.line(state.name), to: layout.nameColumns)
    frame.put(name, row: row, column: 2, style: Style(role: role))
    guard layout.pidColumns > 0, state.pid > 0 else { return }
    let pid = TextLayout.rightAligned(String(state.pid), to: layout.pidColumns)
    frame.put(pid, row: row, column: 2 + layout.nameColumns + 1, style: .faint)
  }

  /// Before the first event: what is being waited for, or why there is nothing.
  private static func drawWaiting(_ scene: Scene, in frame: inout Frame) {
    let area = scene.layout.lanes.inset(top: 1, left: 4, right: 4)
    if !scene.run.run.world.lanes.isEmpty {
      frame.put(Line.wrapped(scene.look(LaneTexts.allHidden), to: area.columns), in: area)
    } else if let failure = scene.run.failure {
      frame.put(Line.wrapped(scene.look(failure), to: area.columns, style: .danger), in: area)
    } else if !scene.run.isFinished {
      frame.put([Line(scene.look(RunTexts.starting), .dim)], in: area)
    }
  }

  /// What came after the moment that is looked at stays, but steps back.
  private static func fadeFuture(_ scene: Scene, in frame: inout Frame) {
    guard let past = scene.run.viewpoint.past else { return }
    let column = scene.axis.events.column(of: past.count - 1) + 1
    let area = scene.layout.chart
    frame.restyle(area.inset(left: max(0, column))) { _ in .faint }
    guard let playhead = scene.playheadColumn else { return }
    // The line of the moment goes through all lanes: a line where they are blank, a ground where not.
    let line = Rect(row: area.row, column: area.column + playhead, rows: area.rows, columns: 1)
    frame.fillBlanks(line, with: scene.look.glyphs.playheadLine, style: .key)
    frame.restyle(line) { $0.ground == .page ? $0.on(.chosen) : $0 }
  }
}
