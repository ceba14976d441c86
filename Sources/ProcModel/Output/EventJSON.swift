/// Events as JSON lines; docs/json-lines.md lists the fields.
public enum EventJSON {
  /// Writes `event` as one object, without a line break.
  ///
  /// - Parameters:
  ///   - seq: its place in the trace.
  ///   - world: the world after it, or a later one.
  public static func write(
    _ event: Event, seq: Int, world: World, to json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("seq")
    json.value(seq)
    json.key("t_ns")
    json.value(world.elapsed(event.time))
    json.key("pid")
    json.value(event.pid)
    if event.tid != 0 {
      json.key("tid")
      json.value(event.tid)
    }
    json.key("process")
    json.value(processName(event, world))
    json.key("event")
    json.value(EventKind.name(ofCode: event.code))
    fields(event, world, &json)
    json.endObject()
  }

  /// `event` as one line, without a line break.
  public static func line(_ event: Event, seq: Int, world: World) -> String {
    var json = JSONWriter()
    write(event, seq: seq, world: world, to: &json)
    return json.string
  }

  private static func processName(_ event: Event, _ world: World) -> String {
    // A thread without an introduction gets its process's name.
    if let lane = world.lane(pid: event.pid, tid: event.tid) ?? world.lane(pid: event.pid) {
      return world.lanes[lane].name
    }
    return event.kind == .output ? "pid \(event.pid)" : "procviz"
  }

  /// What the fields of an unknown kind mean is not known: they are told as they came.
  static func unknownFields(_ event: Event, _ world: World, _ json: inout JSONWriter) {
    object(event, world, &json)
    json.key("object_id")
    json.value(event.object.rawValue)
    json.key("value")
    json.value(event.value)
    json.key("extra")
    json.value(event.extra)
    json.key("flags")
    json.value(event.flags.rawValue)
    json.key("text")
    json.value(event.text)
    json.key("detail")
    json.value(event.detail)
  }

  /// The name of the object.
  static func object(_ event: Event, _ world: World, _ json: inout JSONWriter) {
    guard let object = world.object(event.object) else { return }
    json.key("object")
    json.value(object.name)
  }

  /// The name of the process that the event is about.
  static func child(_ event: Event, _ world: World, _ json: inout JSONWriter) {
    guard event.object != .none || !event.text.isEmpty else { return }
    let name = world.lane(of: event.object).map { world.lanes[$0].name } ?? event.text
    json.key("object")
    json.value(name)
    json.key("child")
    json.value(name)
  }

  /// Whether a wait has a time limit, where the event does not say how long it is.
  static func timed(_ event: Event, _ json: inout JSONWriter) {
    json.key("timed")
    json.value(event.flags.contains(.timed))
  }

  /// Something that is said only where it is so.
  static func yes(_ key: StaticString, _ json: inout JSONWriter) {
    json.key(key)
    json.value(true)
  }

  /// The timeout of a wait, if it has one.
  static func limit(_ event: Event, _ json: inout JSONWriter) {
    guard let limit = event.timeLimit else { return }
    json.key("timeout_ns")
    json.value(limit)
  }
}
