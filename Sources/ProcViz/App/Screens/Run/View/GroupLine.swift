import ProcModel

/// The line of a row that stands for several lanes: in each column how many of a pool's workers are
/// at work, or how the lanes that are folded there ended.
struct GroupLine {
  let row: LaneRow
  let scene: Scene
  /// The first column after the present.
  private let end: Int

  init(_ row: LaneRow, scene: Scene) {
    self.row = row
    self.scene = scene
    end = scene.axis.endColumn
  }

  /// Draws its name and its line on the screen's row `line`.
  func draw(line: Int, isChosen: Bool, in frame: inout Frame) {
    if isChosen { frame.put(scene.look.glyphs.chosen, row: line, column: 0, style: .key) }
    frame.put(
      "\(scene.look.glyphs.folded) \(name)", row: line, column: 2, style: nameStyle,
      limit: scene.layout.chart.column - 3)
    switch row {
    case .workers(_, let lanes): drawWork(of: lanes, line: line, in: &frame)
    case .ended(let lanes): for lane in lanes { drawEnd(of: lane, line: line, in: &frame) }
    case .lane: break
    }
  }

  private var name: String {
    switch row {
    case .workers(let pool, let lanes): "\(scene.name(pool)) ×\(lanes.count)"
    case .ended(let lanes): scene.look(LaneTexts.ended(lanes.count))
    case .lane(let lane): scene.name(lane: lane)
    }
  }

  private var nameStyle: Style {
    if case .workers = row { Style(role: .laneTitle(row.first)) } else { .dim }
  }

  /// How many are at work, wherever that changes, and a line until it does again.
  private func drawWork(of lanes: [LaneIndex], line: Int, in frame: inout Frame) {
    var atWork = [Int](repeating: 0, count: end)
    var idle = [Bool](repeating: false, count: end)
    for lane in lanes {
      let sample = scene.run.run.sample(lane, over: scene.axis.events, end: end)
      for (column, span) in sample.spans.prefix(end).enumerated() {
        switch span?.activity {
        case .starting, .ended, nil: break
        case .idle: idle[column] = true
        case .running, .blocked, .sleeping, .held: atWork[column] += 1
        }
      }
    }
    for column in atWork.indices where atWork[column] > 0 || idle[column] {
      let count = atWork[column]
      let isNews = column == 0 || atWork[column - 1] != count
      frame.put(
        count == 0 ? scene.look.glyphs.idle : isNews ? digit(count) : scene.look.glyphs.running,
        row: line, column: scene.layout.chart.column + column,
        style: Style(role: isNews ? .laneTitle(row.first) : .lane(row.first)))
    }
  }

  private func digit(_ count: Int) -> Character { count > 9 ? "+" : Character("\(count)") }

  /// The mark of a lane's end; what went wrong lies on top.
  private func drawEnd(of lane: LaneIndex, line: Int, in frame: inout Frame) {
    guard let mark = scene.run.run.marks(of: lane).last, mark.shape.isEnd,
      let column = scene.column(ofMoment: mark.seq + 1)
    else { return }
    let place = scene.layout.chart.column + column
    if frame[line, place].style.role == .wrong { return }
    frame.put(
      scene.look.glyphs.mark(mark.shape, isWrong: mark.isWrong), row: line, column: place,
      style: Style(role: mark.role(lane: lane)))
  }
}
