import ProcLessons
import ProcModel
import ProcSchedule

/// The bar at the top of the run screen: what runs, how, for how long, and whether all of it is
/// known.
enum HeaderView {
  /// How many rows it needs: what must always be shown has room on one row, or it gets two.
  static func rows(columns: Int) -> Int { columns >= 72 ? 1 : 2 }

  /// Draws it.
  static func draw(_ run: RunState, look: Look, in area: Rect, of frame: inout Frame) {
    frame.fill(area, style: .bar)
    var left = whatRuns(run, look: look)
    var right = counts(run, look: look)
    if area.rows == 1 {
      drop(from: &left, and: &right, until: area.columns - 3)
      frame.put(joined(left), row: area.row, column: 1)
      let end = joined(right)
      frame.put(end, row: area.row, column: area.columns - 1 - end.width)
    } else {
      let columns = area.columns
      var none: [Field] = []
      drop(from: &left, and: &none, until: columns - 1)
      frame.put(joined(left), row: area.row, column: left.count > 4 ? 1 : 0, limit: columns)
      drop(from: &right, and: &none, until: columns - 2)
      let end = joined(right)
      frame.put(end, row: area.row + 1, column: max(0, columns - 1 - end.width))
    }
  }

  /// A part of the header; the least needed ones give way first.
  private struct Field {
    let line: Line
    /// The higher, the sooner it is left out; 0: never.
    var spare = 0
    /// Blanks before it.
    var gap = 2
  }

  private static func field(_ text: String, _ style: Style, spare: Int = 0, gap: Int = 2) -> Field {
    Field(line: Line(text, style.on(.bar)), spare: spare, gap: gap)
  }

  private static func whatRuns(_ run: RunState, look: Look) -> [Field] {
    var fields = [field("procviz", .title, spare: 5)]
    if let scenario = run.scenario {
      let lesson = scenario.lesson
      fields += [
        field("\(lesson.rawValue) \(look(lesson.title)) ›", .text, spare: 4),
        field(scenario.id, .title, gap: 1),
      ]
    } else {
      let name = TextLayout.truncated(Sanitizer.line(run.subject.title), to: 32)
      fields.append(field(name, .title))
    }
    fields += source(run, look: look)
    fields.append(mode(run.steering.mode))
    if run.steering.isControlled, run.isHeld {
      fields.append(
        field(look(StepTexts.moves(run.steering.controller.steps.count)), .text, spare: 3))
    }
    if !run.knobs["start-method"].isEmpty {
      fields.append(field(run.knobs["start-method"], .text))
    }
    if run.hasLockKnob {
      let value = run.knobs["lock"]
      let style: Style = ["off", "plain"].contains(value) ? .danger : Style(role: .lock(0))
      fields.append(field("lock:\(value)", style))
    }
    let numbers = numbers(run)
    if !numbers.isEmpty { fields.append(field(numbers, .text, spare: 3)) }
    let speed = run.knobs[Knob.speed.name]
    if !speed.isEmpty, speed != Knob.speed.standard {
      fields.append(field("speed \(speed)", .text, spare: 3))
    }
    return fields
  }

  /// Where it comes from, and where it goes to.
  private static func source(_ run: RunState, look: Look) -> [Field] {
    var fields: [Field] = []
    if let replay = run.replay {
      let word = replay.isStream ? ReplayTexts.streamWord : ReplayTexts.replayWord
      fields.append(field(look(word), .warning))
      if let progress = replay.progress {
        fields.append(field("\(progress)%", .warning, spare: 1, gap: 1))
      }
      if let speed = replay.speed, !run.isFinished {
        fields.append(field(ReplayTexts.speed(speed), .warning, spare: 1, gap: 1))
      }
      if replay.isCutOff { fields.append(field(look(ReplayTexts.cutOffWord), .danger, spare: 1)) }
    }
    if run.recording.file != nil {
      fields.append(field(look(ReplayTexts.recordWord), .danger, spare: 1))
    }
    if run.recording.hasFailed {
      fields.append(field(look(ReplayTexts.recordFailedWord), .danger, spare: 1))
    }
    return fields
  }

  private static func mode(_ mode: Steering.Mode) -> Field {
    switch mode {
    case .running: field("RUNNING", .good)
    case .paused: field("PAUSED", .warning)
    case .stepping: field("STEPPING", .warning)
    case .following: field("REPEATING", .warning)
    case .finished: field("FINISHED", .good)
    }
  }

  /// `4 × 5`: how many workers, and how often.
  private static func numbers(_ run: RunState) -> String {
    let counts = ["workers", "iterations", "tasks", "tickets"].map { run.knobs[$0] }
    return counts.filter { !$0.isEmpty }.joined(separator: " × ")
  }

  private static func counts(_ run: RunState, look: Look) -> [Field] {
    var fields: [Field] = []
    if run.channel.behind >= 100_000_000 {
      fields.append(field(look(RunTexts.behind(run.channel.behind)), .warning))
    }
    if let lag = run.lag {
      fields.append(field(lag.time(look.glyphs), .warning))
      let parts = RunTexts.eventsBack(lag.events)
      for (part, spare) in zip(parts, [1, 2, 1, 1]) {
        fields.append(field(look(part), .warning, spare: spare, gap: 0))
      }
    }
    let shown = run.viewpoint.past.map { run.time(ofCount: $0.count) } ?? run.latest
    fields.append(field(TimeText.clock(shown.distance(after: run.origin)), .dim, spare: 3))
    fields.append(field("\(run.run.trace.count) events", .dim))
    let lost = run.run.world.lostCount
    fields.append(field("\(lost) lost", lost > 0 ? .danger : .dim))
    let unknown = run.run.world.unknownCount
    if unknown > 0 { fields.append(field(look(RunTexts.unknown(unknown)), .warning)) }
    let malformed = run.channel.malformed
    if malformed > 0 { fields.append(field(look(RunTexts.malformed(malformed)), .danger)) }
    return fields
  }

  private static func drop(from left: inout [Field], and right: inout [Field], until columns: Int) {
    while width(left) + width(right) + 2 > columns {
      let spare = (left + right).map(\.spare).max() ?? 0
      guard spare > 0 else { return }
      left.removeAll { $0.spare == spare }
      right.removeAll { $0.spare == spare }
    }
  }

  private static func width(_ fields: [Field]) -> Int { joined(fields).width }

  private static func joined(_ fields: [Field]) -> Line {
    var line = Line()
    for (index, field) in fields.enumerated() {
      if index > 0 { line.add(String(repeating: " ", count: field.gap), .bar) }
      line.parts += field.line.parts
    }
    return line
  }
}

/// How far a moment of the past is behind the present.
struct MomentLag: Hashable {
  /// In nanoseconds, the time that was left out included.
  let nanoseconds: UInt64
  /// In events.
  let events: Int

  /// `◀ −1.2 s`.
  func time(_ glyphs: Glyphs) -> String {
    "\(glyphs.back) \(glyphs.minus)\(TimeText.short(nanoseconds))"
  }

  /// `◀ −1.2 s, 34 events back`.
  func text(_ look: Look) -> String {
    time(look.glyphs) + RunTexts.eventsBack(events).map { look($0) }.joined()
  }
}

extension RunState {
  /// How far the moment that is looked at is behind; nil in the present.
  var lag: MomentLag? {
    viewpoint.past.map { past in
      MomentLag(
        nanoseconds: latest.distance(after: time(ofCount: past.count)),
        events: run.trace.count - past.count)
    }
  }
}
