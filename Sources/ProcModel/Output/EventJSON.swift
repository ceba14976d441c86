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

  private static func fields(_ event: Event, _ world: World, _ json: inout JSONWriter) {
    switch event.kind {
    case .processStart, .processBegin, .processExit, .processReap, .processError, .processIdle,
      .processSignal:
      processFields(event, world, &json)
    case .managerReady: child(event, world, &json)
    case .joinWait, .joinDone, .poll: joinFields(event, world, &json)
    case .sleepBegin, .sleepEnd, .inputWait, .inputRead, .output, .note:
      otherFields(event, &json)
    case .gateWait, .objectDefine: protocolFields(event, world, &json)
    case .unknown: unknownFields(event, world, &json)
    default:
      object(event, world, &json)
      objectFields(event, world, &json)
    }
  }

  /// Nobody here knows what the fields mean: they are told as they came.
  private static func unknownFields(_ event: Event, _ world: World, _ json: inout JSONWriter) {
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

  static func object(_ event: Event, _ world: World, _ json: inout JSONWriter) {
    guard let object = world.object(event.object) else { return }
    json.key("object")
    json.value(object.name)
  }

  private static func child(_ event: Event, _ world: World, _ json: inout JSONWriter) {
    guard event.object != .none || !event.text.isEmpty else { return }
    let name = world.lane(of: event.object).map { world.lanes[$0].name } ?? event.text
    json.key("object")
    json.value(name)
    json.key("child")
    json.value(name)
  }

  private static func processFields(
    _ event: Event, _ world: World, _ json: inout JSONWriter
  ) {
    switch event.kind {
    case .processStart:
      child(event, world, &json)
      json.key("method")
      json.value(StartMethod(rawValue: event.value)?.name ?? "unknown")
      json.key("daemon")
      json.value(event.flags.contains(.daemon))
    case .processBegin:
      json.key("parent_pid")
      json.value(event.extra)
    case .processExit:
      json.key("code")
      json.value(event.value)
    case .processReap: reapFields(event, world, &json)
    case .processError:
      json.key("error")
      json.value(event.detail)
      json.key("text")
      json.value(event.text)
    case .processIdle:
      json.key("text")
      json.value(event.text)
    default:
      child(event, world, &json)
      json.key("signal")
      json.value(event.value)
    }
  }

  private static func reapFields(_ event: Event, _ world: World, _ json: inout JSONWriter) {
    child(event, world, &json)
    json.key("child_pid")
    json.value(event.extra)
    if event.flags.contains(.statusUnknown) { return }
    if event.value < 0 {
      json.key("signal")
      json.value(event.value.magnitude)
    } else {
      json.key("code")
      json.value(event.value)
    }
  }

  private static func joinFields(_ event: Event, _ world: World, _ json: inout JSONWriter) {
    child(event, world, &json)
    switch event.kind {
    case .joinWait: limit(event, &json)
    case .joinDone:
      json.key("timed_out")
      json.value(event.flags.contains(.timedOut))
    default:
      json.key("alive")
      json.value(event.value != 0)
    }
  }

  /// The timeout of a wait, if it has one.
  static func limit(_ event: Event, _ json: inout JSONWriter) {
    guard let limit = event.timeLimit else { return }
    json.key("timeout_ns")
    json.value(limit)
  }

  private static func otherFields(_ event: Event, _ json: inout JSONWriter) {
    if event.kind == .sleepBegin || event.kind == .sleepEnd {
      json.key("duration_ns")
      json.value(event.value)
      return
    }
    json.key("text")
    json.value(event.text)
    guard event.kind == .output else { return }
    json.key("stream")
    json.value(event.value == 2 ? "stderr" : "stdout")
  }

  private static func protocolFields(
    _ event: Event, _ world: World, _ json: inout JSONWriter
  ) {
    if event.kind == .gateWait {
      if let lane = world.lane(of: event.object) {
        json.key("object")
        json.value(world.lanes[lane].name)
      } else {
        object(event, world, &json)
      }
      json.key("operation")
      json.value(EventKind.name(ofCode: PendingOperation(event).code))
      return
    }
    json.key("object")
    json.value(event.text)
    json.key("kind")
    json.value(ObjectKind(rawValue: event.value).map { "\($0)" } ?? "unknown")
    definitionFields(event, world, &json)
  }
}
