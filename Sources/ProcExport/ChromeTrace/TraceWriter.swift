import ProcModel

/// Writes single events of the Trace Event Format, one a line.
struct TraceWriter<Sink: ExportSink> {
  var sink: Sink
  private var json = JSONWriter()
  private var isFirst = true
  /// The zero of the time axis, nanoseconds of the trace's clock.
  let origin: UInt64

  init(_ sink: Sink, origin: UInt64) {
    self.sink = sink
    self.origin = origin
  }

  /// An event: its phase, its track, then what `members` adds.
  ///
  /// - Parameter time: nanoseconds of the trace's clock; nil: it has none.
  mutating func event(
    _ phase: StaticString, _ track: Tracks.Track, at time: UInt64? = nil,
    _ members: (inout JSONWriter) -> Void
  ) throws {
    json.removeAll()
    json.beginObject()
    json.key("ph")
    json.value("\(phase)")
    json.key("pid")
    json.value(track.pid)
    json.key("tid")
    json.value(track.tid)
    if let time {
      json.key("ts")
      json.value(number: Self.microseconds(time > origin ? time - origin : 0))
    }
    members(&json)
    json.endObject()
    try sink.write(Array((isFirst ? "\n" : ",\n").utf8) + json.bytes)
    isFirst = false
  }

  /// Metadata: the name or the position of a process or thread.
  mutating func metadata(
    _ name: StaticString, _ track: Tracks.Track, _ arguments: (inout JSONWriter) -> Void
  ) throws {
    try event("M", track) { json in
      json.key("name")
      json.value("\(name)")
      json.key("args")
      json.beginObject()
      arguments(&json)
      json.endObject()
    }
  }

  /// Nanoseconds as microseconds, exactly: `12.345`.
  static func microseconds(_ nanoseconds: UInt64) -> String {
    let rest = nanoseconds % 1000
    if rest == 0 { return String(nanoseconds / 1000) }
    var digits = String(String(1000 + rest).dropFirst())
    while digits.last == "0" { digits.removeLast() }
    return "\(nanoseconds / 1000).\(digits)"
  }
}

extension JSONWriter {
  /// A name and a category.
  mutating func named(_ name: String, _ category: StaticString) {
    key("name")
    value(name)
    key("cat")
    value("\(category)")
  }
}
