import ProcModel

extension ChromeComposer {
  /// The beginning or end of a slice or of an arrow.
  mutating func write(_ moment: ChromeMoment) throws {
    switch moment.what {
    case .begin(let lane, let place):
      try begin(slices[Int(lane)][Int(place)], at: moment.time)
    case .end(let lane):
      guard let track = tracks[Int(lane)] else { return }
      try writer.event("E", track, at: moment.time) { _ in }
    case .give(let lane, let number): try flow("s", Int(lane), Int(number), at: moment.time)
    case .take(let lane, let number): try flow("f", Int(lane), Int(number), at: moment.time)
    }
  }

  private mutating func begin(_ slice: Slice, at time: UInt64) throws {
    guard let track = tracks[slice.lane] else { return }
    switch slice.content {
    case .holding(let lock):
      let name = texts.holding(lock)
      try writer.event("B", track, at: time) { json in
        json.named(name, "holding")
        json.member("cname", "thread_state_iowait")
      }
    case .span(let number):
      let activity = spans[slice.lane][number].activity
      let name = texts.of(activity)
      try writer.event("B", track, at: time) { json in
        json.named(name, ActivityTexts.category(activity))
        if let colour = activity.colour { json.member("cname", "\(colour)") }
      }
    }
  }

  private mutating func flow(
    _ phase: StaticString, _ lane: LaneIndex, _ number: Int, at time: UInt64
  ) throws {
    guard let track = tracks[lane] else { return }
    let connector = run.connectors[number]
    let object = run.object(of: connector)
    let through = object == .none ? "" : " " + texts.name(object)
    try writer.event(phase, track, at: time) { json in
      // In viewers, the user chooses which kinds of arrows are shown.
      json.named(connector.kind.name + through, connector.kind.category)
      json.key("id")
      json.value(number + 1)
      // Without this, an arrow would end at the slice that begins next.
      json.member("bp", "e")
    }
  }

  /// What happened besides slices and arrows: counters, and instants of the lane.
  ///
  /// - Parameters:
  ///   - before: the world before it, which says what it means.
  ///   - lane: the lane that did it.
  mutating func write(
    _ event: Event, seq: Int, before: World, lane: LaneIndex?
  ) throws {
    try count(event)
    guard event.kind.isShownAlone, let track = lane.flatMap({ tracks[$0] }) else { return }
    let object = event.object == .none ? "" : " " + texts.name(event.object)
    let caption = Sanitizer.line(event.caption)
    let label = caption.isEmpty ? "" : " " + caption
    let text = Explainer.sentence(for: event, before: before)[facts.language]
    try writer.event("i", track, at: event.time) { json in
      json.named(EventKind.name(ofCode: event.code) + object + label, "event")
      json.member("s", "t")
      json.key("args")
      json.beginObject()
      json.key("seq")
      json.value(seq)
      json.member("text", text)
      json.endObject()
    }
  }

  /// How many items a queue has, and what a shared value is.
  private mutating func count(_ event: Event) throws {
    let unit: StaticString
    let name = texts.name(event.object)
    var element = ""
    switch event.kind.footprint {
    case .puts, .gets: unit = "items"
    case .writesValue where !event.flags.contains(.textual):
      unit = "value"
      if run.world.object(event.object)?.kind == .array { element = "[\(event.extra)]" }
    case .writesValue, .nothing, .reads, .writes, .readsValue, .acquires, .releases,
      .acquiresShare, .releasesShare, .takesUnit, .givesUnits, .doesTask, .findsTasksDone,
      .endsTask, .readsResult, .passes, .sets, .clears, .readsInput, .asks, .starts, .begins,
      .ends, .joins, .awaits, .kills:
      return
    }
    guard let track = tracks.main(run.world) else { return }
    let number = counters.number(of: event.object, named: name)
    try writer.event("C", track, at: event.time) { json in
      json.key("name")
      json.value(name + element)
      if let number {
        // Viewers tell counters apart by their name and this.
        json.key("id")
        json.value(number)
      }
      json.key("args")
      json.beginObject()
      json.key(unit)
      json.value(event.value)
      json.endObject()
    }
  }

  /// What was found, across all tracks.
  mutating func writeFindings() throws {
    for finding in run.findings {
      let last = finding.seqs.last.flatMap { run.trace.indices.contains($0) ? run.trace[$0] : nil }
      let lane = last.flatMap { run.world.lane(pid: $0.pid, tid: $0.tid) }
      guard let track = lane.flatMap({ tracks[$0] }) ?? tracks.main(run.world) else { continue }
      let text = finding.text[facts.language]
      try writer.event("i", track, at: last?.time ?? run.endTime) { json in
        json.named("\(finding.kind.rawValue): \(text)", "finding")
        json.member("s", "g")
        json.member("cname", "terrible")
        json.key("args")
        json.beginObject()
        json.member("kind", finding.kind.rawValue)
        json.member("text", text)
        json.member("processes", finding.processes.map(Sanitizer.line).joined(separator: ", "))
        json.member("objects", finding.objects.map(Sanitizer.line).joined(separator: ", "))
        json.endObject()
      }
    }
  }
}

extension Activity {
  /// The name of the colour in Chrome's viewer; Perfetto chooses its own.
  fileprivate var colour: StaticString? {
    switch self {
    case .running: "thread_state_running"
    case .blocked(let blocker):
      blocker.isLock ? "thread_state_uninterruptible" : "thread_state_runnable"
    case .sleeping: "thread_state_sleeping"
    case .held: "grey"
    case .starting, .idle, .ended: nil
    }
  }
}
