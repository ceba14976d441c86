import ProcModel

/// What the processes printed, by name, the newest always in sight.
enum OutputView {
  /// Draws as many of the last lines as there is room for.
  static func draw(_ scene: Scene, in area: Rect, of frame: inout Frame) {
    var rows: [Line] = []
    let talk = scene.run.run.talk
    let end = scene.run.viewpoint.past.map { past in talk.partitioningIndex { $0 >= past.count } }
    for seq in talk[..<(end ?? talk.count)].reversed() where rows.count < area.rows {
      rows = lines(of: scene.run.run.trace[seq], scene, columns: area.columns) + rows
    }
    if rows.isEmpty { rows = [Line(scene.look(RunTexts.nothingPrinted), .faint)] }
    frame.put(Array(rows.suffix(area.rows)), in: area)
  }

  /// All that was printed up to the moment that is looked at; of very much, the end.
  static func everything(_ scene: Scene, columns: Int) -> [Line] {
    let talk = scene.run.run.talk
    let end = talk.partitioningIndex { $0 >= scene.run.moment }
    return talk[..<end].suffix(1000).flatMap {
      lines(of: scene.run.run.trace[$0], scene, columns: columns)
    }
  }

  private static func lines(of event: Event, _ scene: Scene, columns: Int) -> [Line] {
    let lane = scene.run.run.world.lane(pid: event.pid, tid: event.tid)
    let name = scene.name(lane: lane, pid: event.pid)
    let nameWidth = TextLayout.width(of: name) + 1
    let texts = Sanitizer.splitLines(text(of: event)).flatMap { line in
      let room = columns - nameWidth
      return room < 12
        ? TextLayout.wrapped(line, to: columns - 2) : TextLayout.wrapped(line, to: room)
    }
    let style = style(of: event)
    let role = Style(role: .lane(lane ?? 0))
    if columns - nameWidth < 12 {
      return [Line(TextLayout.shortened(name, to: columns), role)]
        + texts.map { Line("  ").adding($0, style) }
    }
    return texts.enumerated().map { index, text in
      index == 0
        ? Line(name + " ", role).adding(text, style)
        : Line(String(repeating: " ", count: nameWidth)).adding(text, style)
    }
  }

  private static func text(of event: Event) -> String {
    guard case .console(let kind) = event.kind.primitive else { return event.text }
    return switch kind {
    case .inputWait: event.text.isEmpty ? "?" : event.text
    case .inputRead: "↵ " + event.text
    case .note: "† " + event.text
    case .output: event.text
    }
  }

  private static func style(of event: Event) -> Style {
    guard case .console(let kind) = event.kind.primitive else { return .text }
    return switch kind {
    case .inputWait, .inputRead: .key
    case .note: .dim
    case .output: event.value == 2 ? .warning : .text
    }
  }
}

extension Scene {
  /// The name of whoever reported an event: of a lane of the present, too.
  fileprivate func name(lane: LaneIndex?, pid: Int32) -> String {
    guard let lane, run.run.world.lanes.indices.contains(lane) else { return "\(pid)" }
    return Sanitizer.line(run.run.world.lanes[lane].name)
  }
}
