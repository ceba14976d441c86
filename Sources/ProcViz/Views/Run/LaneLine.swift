import ProcModel

/// The line of one lane: what it does in every column, and what lies on it.
struct LaneLine {
  let lane: LaneIndex
  let scene: Scene
  /// The first column after the present: nothing is drawn there.
  private let end: Int
  /// The span shown in each column; -1 for none.
  private let spanOfColumn: [Int]
  /// The mark shown in each column; -1 for none.
  private let markOfColumn: [Int]
  private let history: Timeline.LaneHistory

  init(lane: LaneIndex, scene: Scene) {
    self.lane = lane
    self.scene = scene
    history = scene.run.run.timeline.lanes[lane]
    end = min(scene.axis.columns, scene.axis.column(of: scene.run.present) + 1)
    let sampler = LaneSampler(history: history, axis: scene.axis, end: end)
    spanOfColumn = sampler.spans()
    markOfColumn = sampler.marks()
  }

  /// Draws the lane with its line on `row`, and notes which signs it used.
  func draw(row: Int, in frame: inout Frame, shown: inout Set<Sign>) {
    let left = scene.layout.chart.column
    for column in markOfColumn.indices {
      guard let (sign, cell) = cell(at: column) else { continue }
      shown.insert(sign)
      if case .holding = cell.style.ground { shown.insert(.holding) }
      frame.put(cell.glyph, row: row, column: left + column, style: cell.style)
    }
    drawSpanLabels(row: row, in: &frame)
    drawExitStatus(row: row, in: &frame)
    if scene.layout.rowsPerLane > 1 { drawValues(row: row + 1, in: &frame) }
  }

  // MARK: - Cells

  private func cell(at column: Int) -> (Sign, Cell)? {
    let index = column < end ? spanOfColumn[column] : -1
    let span = index < 0 ? nil : history.spans[index]
    if markOfColumn[column] >= 0 {
      return mark(history.marks[markOfColumn[column]], over: span)
    }
    guard let span, let sign = Sign(activity: span.activity, isHolding: span.isHolding) else {
      return nil
    }
    return (sign, Cell(glyph: sign.glyph(scene.look.glyphs), width: 1, style: style(of: span)))
  }

  private func style(of span: Timeline.Span) -> Style {
    var role = Style.Role.lane(lane)
    if case .waiting(let lock) = span.activity { role = .waiting(scene.lockNumber(lock)) }
    guard span.isHolding else { return Style(role: role) }
    let number = scene.lockNumber(span.holding)
    if span.activity == .running { return Style(role: .holding(number)) }
    return Style(role: role, ground: .holding(number))
  }

  private func mark(_ mark: Timeline.Mark, over span: Timeline.Span?) -> (Sign, Cell) {
    let glyph = scene.look.glyphs.mark(mark.shape, isWrong: mark.isWrong)
    var style = Style(role: mark.role(lane: lane))
    if let span, span.isHolding { style.ground = .holding(scene.lockNumber(span.holding)) }
    return (Sign(mark: mark), Cell(glyph: glyph, width: 1, style: style))
  }

  // MARK: - Texts

  /// What a long wait is for: once in each span, where it has the most room between marks.
  private func drawSpanLabels(row: Int, in frame: inout Frame) {
    var roomiest: [Int: Range<Int>] = [:]
    var column = 0
    while column < end {
      let index = spanOfColumn[column]
      var next = column
      while next < end, spanOfColumn[next] == index, markOfColumn[next] < 0 { next += 1 }
      if index >= 0, next - column >= max(8, (roomiest[index]?.count ?? 0) + 1) {
        roomiest[index] = column..<next
      }
      column = max(next, column + 1)
    }
    for (index, columns) in roomiest {
      drawLabel(of: index, columns: columns, row: row, in: &frame)
    }
  }

  private func drawLabel(of index: Int, columns: Range<Int>, row: Int, in frame: inout Frame) {
    let span = history.spans[index]
    let stop = index + 1 < history.spans.count ? history.spans[index + 1].start : nil
    let length = (stop ?? max(scene.run.now, span.start)).distance(after: span.start)
    let label = SpanTexts.label(of: span, length: length, scene: scene)
    let fitting = label.candidates.first { TextLayout.width(of: $0) + 4 <= columns.count }
    guard let fitting else { return }
    let left = scene.layout.chart.column + columns.lowerBound + 2
    let style = labelStyle(of: span)
    let end = frame.put(" \(fitting)", row: row, column: left, style: style)
    frame.put(" ", row: row, column: end, style: style)
  }

  private func labelStyle(of span: Timeline.Span) -> Style {
    var style = Style.dim
    if case .waiting(let lock) = span.activity {
      style = Style(role: .lock(scene.lockNumber(lock)))
    }
    return span.isHolding ? style.on(.holding(scene.lockNumber(span.holding))) : style
  }

  /// The exit code beside the last mark.
  private func drawExitStatus(row: Int, in frame: inout Frame) {
    guard history.marks.last?.shape.isEnd == true,
      case .ended(let status) = scene.run.run.world.lanes[lane].activity
    else { return }
    guard let column = markOfColumn.lastIndex(of: history.marks.count - 1) else { return }
    let left = scene.layout.chart.column + column + 2
    let texts = RunTexts.exitStatus(status)
    let room = scene.layout.chart.endColumn - left
    let text = texts.first { TextLayout.width(of: $0) <= room } ?? ""
    frame.put(text, row: row, column: left, style: status == .code(0) ? .faint : .danger)
  }

  /// The values below their marks: first those where something went wrong, then the others as far
  /// as they do not touch.
  private func drawValues(row: Int, in frame: inout Frame) {
    var taken = [Bool](repeating: false, count: scene.axis.columns + 2)
    let columns = markOfColumn.indices.filter { markOfColumn[$0] >= 0 }
    for wantsWrong in [true, false] {
      for column in columns {
        let mark = history.marks[markOfColumn[column]]
        guard mark.isWrong == wantsWrong, !label(of: mark).isEmpty else { continue }
        drawValue(of: mark, column: column, row: row, taken: &taken, in: &frame)
      }
    }
  }

  /// What stands below a mark: tasks by their numbers, since their names are long; nothing where it
  /// stands elsewhere.
  private func label(of mark: Timeline.Mark) -> String {
    switch mark.shape {
    case .ended, .failed, .killed, .taskEnd: ""
    case .taskBegin: "#\(scene.run.run.trace[mark.seq].extra)"
    default: Sanitizer.line(mark.label)
    }
  }

  private func drawValue(
    of mark: Timeline.Mark, column: Int, row: Int, taken: inout [Bool], in frame: inout Frame
  ) {
    let text = TextLayout.truncated(label(of: mark), to: 12)
    let width = TextLayout.width(of: text)
    let start = min(column, scene.axis.columns - width)
    guard start >= 0 else { return }
    let touched = max(0, start - 1)...min(taken.count - 1, start + width)
    guard !taken[touched].contains(true) else { return }
    for place in start..<start + width { taken[place] = true }
    frame.put(
      text, row: row, column: scene.layout.chart.column + start,
      style: Style(role: mark.valueRole))
  }
}

extension Timeline.Span {
  /// Whether a lock is held meanwhile.
  fileprivate var isHolding: Bool { holding != .none }
}

extension Timeline.Mark {
  /// What the mark means on its line.
  func role(lane: LaneIndex) -> Style.Role {
    if isWrong { return .wrong }
    return switch shape {
    case .begin, .taskBegin, .taskEnd: .lane(lane)
    case .ended, .joined: .good
    case .failed, .killed, .timedOut: .wrong
    case .noted, .printed, .remembered: .dim
    case .read, .write, .put, .get, .set, .fetched, .served, .typed, .taken, .given, .notified,
      .cleared, .woken, .arrived, .passed, .broken:
      .mark
    }
  }

  /// What the value below it means.
  var valueRole: Style.Role {
    if isWrong { return .wrong }
    return [.write, .set, .put, .given, .notified].contains(shape) ? .text : .dim
  }
}

extension Timeline.Mark.Shape {
  /// Whether a lane is over after it.
  var isEnd: Bool { self == .ended || self == .failed || self == .killed }
}
