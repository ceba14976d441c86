public import ProcModel

/// The Trace Event Format, which Perfetto (ui.perfetto.dev) and Chrome (`chrome://tracing`) open.
///
/// Every process has a track, its threads have tracks of their own. Slices say what a lane does,
/// and which locks it holds; arrows say what was passed on; counters say how many items a queue has
/// and what a shared value is; instants say what else happened, and what was found. Times are
/// microseconds since the first event, exact to the nanosecond. The same run gives the same bytes.
public enum ChromeTrace {
  /// Writes the trace of a run.
  public static func write(_ run: Run, _ facts: ExportFacts, to sink: inout some ExportSink) throws
  {
    var composer = ChromeComposer(run, facts, sink)
    try composer.write()
    sink = composer.writer.sink
  }
}

/// Puts a trace together, in the order of time.
struct ChromeComposer<Sink: ExportSink> {
  let run: Run
  let facts: ExportFacts
  let tracks: Tracks
  let texts: ActivityTexts
  /// The slices of each lane.
  let slices: [[Slice]]
  let spans: [Run.LaneSpans]
  var writer: TraceWriter<Sink>
  var counters = CounterNumbers()

  init(_ run: Run, _ facts: ExportFacts, _ sink: Sink) {
    self.run = run
    self.facts = facts
    tracks = Tracks(run.world)
    texts = ActivityTexts(run.world, facts.language)
    let holds = HoldHistory.of(run)
    let spans = (0..<run.world.lanes.count).map { run.spans(of: $0) }
    self.spans = spans
    let tracks = tracks
    slices = (0..<run.world.lanes.count).map { lane in
      guard tracks[lane] != nil else { return [] }
      return SliceMaker.slices(
        of: lane, spans[lane], holds.lanes[lane] ?? [], end: run.endTime)
    }
    writer = TraceWriter(sink, origin: run.world.startTime)
  }

  mutating func write() throws {
    try writer.sink.write(markup: head)
    try writeMetadata()
    var walk = Walk()
    var moments = ChromeMoment.of(slices, flows)[...]
    for (seq, event) in run.trace.enumerated() {
      while let moment = moments.first, moment.isBefore(eventsAt: event.time) {
        try write(moments.removeFirst())
      }
      try write(event, seq: seq, before: walk.world, lane: lane(of: event, walk.world))
      walk.take(event)
    }
    while !moments.isEmpty { try write(moments.removeFirst()) }
    try writeFindings()
    try writer.sink.write(markup: "\n]}\n")
  }

  /// The lane of an event; before its begin, a lane is not known.
  private func lane(of event: Event, _ before: World) -> LaneIndex? {
    if event.kind == .processBegin, let lane = run.world.lane(of: event.object) { return lane }
    return before.lane(pid: event.pid, tid: event.tid)
      ?? run.world.lane(pid: event.pid, tid: event.tid)
  }

  /// The header before the events: what ran, and in which unit viewers show times.
  private var head: String {
    var json = JSONWriter()
    json.beginObject()
    json.key("displayTimeUnit")
    json.value("ns")
    json.key("otherData")
    json.beginObject()
    json.key("procviz")
    json.value(facts.version)
    json.key("command")
    json.value(facts.command)
    if let schedule = facts.summary.schedule {
      json.key("schedule")
      json.value(schedule)
    }
    for fact in facts.host {
      json.key(untrusted: fact.name)
      json.value(fact.value)
    }
    json.endObject()
    json.key("traceEvents")
    json.beginArray()
    return json.string
  }

  private mutating func writeMetadata() throws {
    for (lane, state) in run.world.lanes.enumerated() {
      guard let track = tracks[lane] else { continue }
      let name = Sanitizer.line(state.name)
      if !state.isThread {
        try writer.metadata("process_name", track) { $0.member("name", name) }
        try writer.metadata("process_sort_index", track) { json in
          json.key("sort_index")
          json.value(lane)
        }
      }
      try writer.metadata("thread_name", track) { $0.member("name", name) }
      try writer.metadata("thread_sort_index", track) { json in
        json.key("sort_index")
        json.value(lane)
      }
    }
  }

  /// The arrows.
  private var flows: [Flow] {
    run.connectors.enumerated().compactMap { Flow($1, number: $0, slices: slices) }
  }
}

extension JSONWriter {
  mutating func member(_ name: StaticString, _ text: String) {
    key(name)
    value(text)
  }
}
