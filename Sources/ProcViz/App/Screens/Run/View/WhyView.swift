import ProcLessons
import ProcModel
import ProcSchedule

/// Why things are as they are: what was found, what is going on, what it teaches, and the one key
/// worth pressing next.
enum WhyView {
  /// Draws it; the key keeps its place at the end.
  static func draw(_ scene: Scene, in area: Rect, of frame: inout Frame) {
    let next = suggestion(scene, columns: area.columns)
    let top = area.inset(bottom: min(next.count, area.rows))
    var paragraphs = paragraphs(scene, columns: area.columns)
    if let hint = hint(scene, columns: area.columns),
      (paragraphs + [hint]).reduce(0, { $0 + $1.count + 1 }) <= top.rows
    {
      paragraphs.append(hint)
    }
    let lines = fit(paragraphs, in: top)
    let end = frame.put(lines, in: top)
    // A blank line before the key, where there is one to spare.
    let row = min(end + (lines.isEmpty ? 0 : 1), area.endRow - next.count)
    frame.put(
      next, in: Rect(row: row, column: area.column, rows: next.count, columns: area.columns))
  }

  /// Everything there is to say, with a blank line between paragraphs.
  static func everything(_ scene: Scene, columns: Int) -> [Line] {
    var paragraphs = paragraphs(scene, columns: columns, limit: 64)
    if let hint = hint(scene, columns: columns) { paragraphs.append(hint) }
    paragraphs.append(suggestion(scene, columns: columns))
    return Array(paragraphs.filter { !$0.isEmpty }.joined(separator: [Line()]))
  }

  /// Whole paragraphs as long as there is room, with a blank line between where there is more; where
  /// there is too little, the key that shows the rest.
  private static func fit(_ paragraphs: [[Line]], in area: Rect) -> [Line] {
    let rows = area.rows
    let spaced = Array(paragraphs.joined(separator: [Line()]))
    if spaced.count <= rows { return spaced }
    let dense = Array(paragraphs.joined())
    guard dense.count > rows, rows > 0, let last = dense.prefix(rows).last else { return dense }
    return dense.prefix(rows - 1) + [last.brokenOff(within: area.columns - 2).adding(" e", .key)]
  }

  private static func paragraphs(_ scene: Scene, columns: Int, limit: Int = 2) -> [[Line]] {
    let highlighter = scene.highlighter
    func wrapped(_ text: Localized, _ style: Style = .text) -> [Line] {
      Line.wrapped(
        scene.look(text), to: columns, style: style, highlighter: highlighter)
    }
    var result = scene.run.findings.prefix(limit).map { wrapped($0.text) }
    if scene.run.viewpoint.past == nil, scene.run.isFinished || scene.run.isAtEnd {
      if scene.run.failure == nil {
        result.append(wrapped(scene.run.subject.explanation, .dim))
      }
    } else {
      // One thing after the other, not a paragraph each.
      result.append(scene.situation(of: max(8, limit)).flatMap { wrapped($0) })
    }
    return result.filter { !$0.isEmpty }
  }

  /// What to look for, while there is something to be seen and room to say it.
  private static func hint(_ scene: Scene, columns: Int) -> [Line]? {
    guard scene.run.viewpoint.past == nil, !scene.run.isFinished, !scene.run.isAtEnd else {
      return nil
    }
    return Line.wrapped(scene.look(scene.run.subject.lookFor), to: columns, style: .dim)
  }

  private static func suggestion(_ scene: Scene, columns: Int) -> [Line] {
    guard let next = scene.nextKey else { return [] }
    let key = scene.look(KeyTable.label(ofRunKey: next.key))
    let width = TextLayout.width(of: key) + 2
    let texts = TextLayout.wrapped(scene.look(next.effect), to: columns - width)
    return texts.enumerated().map { index, text in
      Line(TextLayout.padded(index == 0 ? key : "", to: width), .key).adding(text, .dim)
    }
  }
}

extension Scene {
  /// What is going on, in sentences: the last event while nothing else happens, then so many lanes,
  /// the chosen one and those that wait for a lock first.
  func situation(of count: Int) -> [Localized] {
    let lanes = lanesByInterest.prefix(count).map { lane in
      let name = Sanitizer.line(world.lanes[lane].name)
      let situation = world.situation(of: lane)
      let prospect = prospect(of: lane)
      return Localized(
        zh: "\(name) \(situation.zh)\(prospect.zh)", en: "\(name) \(situation.en)\(prospect.en)")
    }
    guard let last = lastSentence, !lanes.contains(last) else { return lanes }
    return [last] + lanes
  }

  /// That a lane that is held could not move.
  private func prospect(of lane: LaneIndex) -> Localized {
    guard run.viewpoint.past == nil, run.isHeld, let readiness = run.readiness(of: lane) else {
      return Localized(verbatim: "")
    }
    return StepTexts.prospect(readiness)
  }

  /// What happened last, where somebody looks at single events.
  private var lastSentence: Localized? {
    if let past = run.viewpoint.past { return past.sentence }
    guard run.steering.mode != .running,
      let seq = run.run.trace.indices.suffix(64).last(where: {
        run.run.trace[$0].kind.saysWhatHappened
      })
    else { return nil }
    return Explainer.sentence(for: run.run.trace[seq], before: run.run.world(after: seq))
  }

  private var lanesByInterest: [LaneIndex] {
    let alive = world.lanes.indices.filter { !world.lanes[$0].hasEnded }
    let isChosenAlive = alive.contains(run.arrangement.chosen)
    let others = alive.filter { $0 != run.arrangement.chosen }.prefix(64)
    return (isChosenAlive ? [run.arrangement.chosen] : [])
      + others.sorted { (interest($0), $0) < (interest($1), $1) }
  }

  private func interest(_ lane: LaneIndex) -> Int {
    switch world.lanes[lane].activity {
    case .blocked(let blocker): blocker.isLock || blocker == .input ? 0 : 2
    case .held: 1
    case .sleeping: 3
    case .running, .starting: 4
    case .idle, .ended: 5
    }
  }

  /// The one key worth pressing next.
  var nextKey: Suggestion? {
    if run.viewpoint.past != nil {
      return Suggestion("End", zh: "回到现在", en: "back to the present")
    }
    if let replay = run.replay { return ReplayTexts.next(replay, run.steering.mode) }
    if run.inputLane != nil {
      return Suggestion("i", zh: "给它输入一行，或直接按 Enter", en: "type a line for it, or just Enter")
    }
    if run.steering.isDeadEnd {
      return Suggestion("u", zh: "退回一步，换个次序", en: "take a step back, and try another order")
    }
    switch run.steering.mode {
    case .finished: return run.subject.next
    case .paused, .stepping, .following:
      let steering = run.steering
      if let plan = steering.plan, let made = steering.plannedMoves, steering.leadsOn {
        return SearchTexts.nextPlanned(made + 1, of: plan.moves.count)
      }
      // A step would be refused.
      if run.run.isStuck { return run.subject.next }
      return Suggestion("s", zh: "执行下一个操作", en: "let the next operation happen")
    case .running: return run.run.findings.isEmpty ? nil : run.subject.next
    }
  }
}

extension EventKind {
  /// Whether something happened, and was not only announced.
  fileprivate var saysWhatHappened: Bool { self != .gateWait && self != .objectDefine }
}
