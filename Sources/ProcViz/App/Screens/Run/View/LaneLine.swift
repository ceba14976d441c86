import ProcModel

/// The line of one lane: what it does in every column, and what lies on it.
struct LaneLine {
  let lane: LaneIndex
  let scene: Scene
  /// The first column after the present: nothing is drawn there.
  private let end: Int
  /// What the lane does in each column, and the mark that stands in it.
  private let spanOfColumn: [LaneSample.ColumnSpan?]
  private let markOfColumn: [Timeline.Mark?]

  init(lane: LaneIndex, scene: Scene) {
    self.lane = lane
    self.scene = scene
    end = scene.axis.endColumn
    let sample = scene.run.run.sample(
      lane, over: scene.axis.events, end: end, hiding: scene.run.arrangement.choice.hiddenShapes)
    spanOfColumn = sample.spans
    markOfColumn = sample.shownMarks
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
    let span = spanOfColumn[column]
    if let mark = markOfColumn[column] { return cell(of: mark, over: span) }
    guard let span, let sign = Sign(activity: span.activity, isHolding: isHolding(span.holding))
    else {
      return nil
    }
    return (sign, Cell(glyph: sign.glyph(scene.look.glyphs), width: 1, style: style(of: span)))
  }

  /// Whether a lock is held meanwhile, and that is shown.
  private func isHolding(_ lock: ObjectID) -> Bool {
    lock != .none && !scene.run.arrangement.choice.hiddenFamilies.contains(.locks)
  }

  private func style(of span: LaneSample.ColumnSpan) -> Style {
    // What is of a family that is hidden steps back.
    if scene.run.arrangement.choice.isHidden(span.activity) { return .faint }
    var role = Style.Role.lane(lane)
    if case .blocked(let blocker) = span.activity, blocker.isLock {
      role = .waiting(scene.lockNumber(blocker.object))
    }
    guard isHolding(span.holding) else { return Style(role: role) }
    let number = scene.lockNumber(span.holding)
    if span.activity == .running { return Style(role: .holding(number)) }
    return Style(role: role, ground: .holding(number))
  }

  private func cell(of mark: Timeline.Mark, over span: LaneSample.ColumnSpan?) -> (Sign, Cell) {
    let glyph = scene.look.glyphs.mark(mark.shape, isWrong: mark.isWrong)
    var style = Style(role: mark.role(lane: lane))
    if let span, isHolding(span.holding) { style.ground = .holding(scene.lockNumber(span.holding)) }
    return (Sign(mark: mark), Cell(glyph: glyph, width: 1, style: style))
  }

  // MARK: - Texts

  /// What a long wait is for: once in each span, where it has the most room between marks.
  private func drawSpanLabels(row: Int, in frame: inout Frame) {
    var roomiest: [Int: Range<Int>] = [:]
    var column = 0
    while column < end {
      let place = spanOfColumn[column]?.place
      var next = column
      while next < end, spanOfColumn[next]?.place == place, markOfColumn[next] == nil { next += 1 }
      if let place, next - column >= max(8, (roomiest[place]?.count ?? 0) + 1) {
        roomiest[place] = column..<next
      }
      column = max(next, column + 1)
    }
    if roomiest.isEmpty { return }
    let spans = scene.run.run.spans(of: lane)
    for (place, columns) in roomiest {
      drawLabel(of: place, spans, columns: columns, row: row, in: &frame)
    }
  }

  private func drawLabel(
    of place: Int, _ spans: Run.LaneSpans, columns: Range<Int>, row: Int, in frame: inout Frame
  ) {
    let span = spans[place]
    if scene.run.arrangement.choice.isHidden(span.activity) { return }
    let stop = place + 1 < spans.count ? spans[place + 1].start : nil
    let length = (stop ?? max(scene.run.clock.now, span.start)).distance(after: span.start)
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
    if case .blocked(let blocker) = span.activity, blocker.isLock {
      style = Style(role: .lock(scene.lockNumber(blocker.object)))
    }
    return isHolding(span.holding) ? style.on(.holding(scene.lockNumber(span.holding))) : style
  }

  /// The exit code beside the last mark.
  private func drawExitStatus(row: Int, in frame: inout Frame) {
    guard case .ended(let status) = scene.run.run.world.lanes[lane].activity,
      let column = markOfColumn.lastIndex(where: { $0?.shape.isEnd == true })
    else { return }
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
    for wantsWrong in [true, false] {
      for (column, mark) in markOfColumn.enumerated() {
        guard let mark, mark.isWrong == wantsWrong else { continue }
        drawValue(of: mark, column: column, row: row, taken: &taken, in: &frame)
      }
    }
  }

  /// What stands below a mark; nothing where it stands elsewhere.
  private func label(of mark: Timeline.Mark) -> String {
    switch mark.shape {
    case .ended, .failed, .killed, .taskEnd: ""
    default: Sanitizer.line(scene.run.run.label(of: mark))
    }
  }

  private func drawValue(
    of mark: Timeline.Mark, column: Int, row: Int, taken: inout [Bool], in frame: inout Frame
  ) {
    // Where another value stands, there is no need to know this one.
    guard !taken[min(column, taken.count - 1)] else { return }
    let text = TextLayout.truncated(label(of: mark), to: 12)
    if text.isEmpty { return }
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

extension LaneSample.ColumnSpan {
  /// Whether its line says no more than that the lane runs.
  fileprivate var isPlain: Bool { activity == .running && holding == .none }
}

extension LaneSample {
  /// The marks that are drawn. Where there are more than can be told apart, and none that says what
  /// the others do not, the line is shown instead, if that says anything.
  fileprivate var shownMarks: [Timeline.Mark?] {
    zip(marks, spans).map { found, span in
      guard let found else { return nil }
      let isCrowd = found.count > 3 && found.mark.isOrdinary
      return isCrowd && span?.isPlain == false ? nil : found.mark
    }
  }
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
