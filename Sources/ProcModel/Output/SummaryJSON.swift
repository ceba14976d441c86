/// The last of the JSON lines: the result of a run.
public struct SummaryJSON: Sendable {
  /// What ran: the scenario's id, or the program's command line.
  public var target: WhatRan
  /// Its knobs, in their order.
  public var knobs: [(name: String, value: String)]
  /// The schedule of a run under control, as a line of text.
  public var schedule: String?
  /// Whether it could not be run, or not to its end.
  public var hasFailed: Bool
  /// How many stretches of bytes on the channel were not records.
  public var malformed: Int
  /// The language of the findings' texts.
  public var language: Language

  /// What can run.
  public enum WhatRan: Sendable, Hashable {
    /// A scenario, by its id.
    case scenario(String)
    /// A program of the user's own, by the words of its command line.
    case program([String])
  }

  /// What to say about a run besides its events.
  public init(
    _ target: WhatRan, knobs: [(name: String, value: String)], schedule: String? = nil,
    hasFailed: Bool = false, malformed: Int = 0, language: Language = .en
  ) {
    self.target = target
    self.knobs = knobs
    self.schedule = schedule
    self.hasFailed = hasFailed
    self.malformed = malformed
    self.language = language
  }

  /// The result of a run, in one word.
  public enum Verdict: String, Sendable {
    /// It ran, and nothing was found.
    case ok
    /// It ran, and there is a finding.
    case finding
    /// It could not be run, or not to its end.
    case failed
  }

  /// The result of `run`.
  public func verdict(of run: Run) -> Verdict {
    hasFailed ? .failed : run.findings.isEmpty ? .ok : .finding
  }

  /// The summary of `run` as one line, without a line break.
  public func line(_ run: Run) -> String {
    var json = JSONWriter()
    write(run, to: &json)
    return json.string
  }

  /// Writes the summary of `run` as one object, without a line break.
  public func write(_ run: Run, to json: inout JSONWriter) {
    json.beginObject()
    json.key("event")
    json.value("summary")
    switch target {
    case .scenario(let id):
      json.key("scenario")
      json.value(id)
    case .program(let words):
      json.key("program")
      json.value(words.joined(separator: " "))
    }
    writeKnobs(&json)
    if let schedule {
      json.key("schedule")
      json.value(schedule)
    }
    writeNumbers(run, &json)
    writeProcesses(run.world, &json)
    writeResult(run.world, &json)
    writeFindings(run.findings, &json)
    json.key("verdict")
    json.value(verdict(of: run).rawValue)
    json.endObject()
  }

  private func writeKnobs(_ json: inout JSONWriter) {
    json.key("knobs")
    json.beginObject()
    for knob in knobs {
      json.key(untrusted: knob.name)
      if JSONWriter.isNumber(knob.value) {
        json.value(number: knob.value)
      } else {
        json.value(knob.value)
      }
    }
    json.endObject()
  }

  private func writeNumbers(_ run: Run, _ json: inout JSONWriter) {
    json.key("events")
    json.value(run.trace.count)
    json.key("lost")
    json.value(run.world.lostCount)
    json.key("malformed")
    json.value(malformed)
    if run.world.unknownCount > 0 {
      json.key("unknown")
      json.value(run.world.unknownCount)
    }
    json.key("wall_ns")
    json.value(run.world.elapsed(run.world.now))
  }

  private func writeProcesses(_ world: World, _ json: inout JSONWriter) {
    json.key("processes")
    json.beginArray()
    for lane in world.lanes where !lane.isThread && lane.hasBegun {
      json.beginObject()
      json.key("process")
      json.value(lane.name)
      json.key("pid")
      json.value(lane.pid)
      switch lane.activity {
      case .ended(.code(let code)):
        json.key("exit_code")
        json.value(code)
      case .ended(.signal(let signal)):
        json.key("signal")
        json.value(signal)
      case .ended(.unknown), .starting, .running, .blocked, .sleeping, .held, .idle: break
      }
      json.endObject()
    }
    json.endArray()
  }

  private func writeResult(_ world: World, _ json: inout JSONWriter) {
    guard let value = world.result, let expected = value.expected else { return }
    json.key("expected")
    json.value(expected)
    json.key("actual")
    if let number = value.number { json.value(number) } else { json.value(value.text) }
  }

  private func writeFindings(_ findings: [Finding], _ json: inout JSONWriter) {
    json.key("findings")
    json.beginArray()
    for finding in findings {
      json.beginObject()
      json.key("kind")
      json.value(finding.kind.rawValue)
      json.key("text")
      json.value(finding.text[language])
      json.key("processes")
      json.beginArray()
      for name in finding.processes { json.value(name) }
      json.endArray()
      json.key("objects")
      json.beginArray()
      for name in finding.objects { json.value(name) }
      json.endArray()
      json.key("seqs")
      json.beginArray()
      for seq in finding.seqs { json.value(seq) }
      json.endArray()
      json.endObject()
    }
    json.endArray()
  }
}

extension World {
  /// The first value of which the program said what it should be at the end.
  public var result: ObjectState.ValueState? {
    for object in objects {
      if case .value(let value) = object.content, value.expected != nil { return value }
    }
    return nil
  }
}
