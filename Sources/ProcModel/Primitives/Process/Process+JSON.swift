extension EventJSON {
  static func fields(
    _ kind: ProcessEvent, _ event: Event, _ world: World, _ json: inout JSONWriter
  ) {
    switch kind {
    case .start:
      child(event, world, &json)
      json.key("method")
      json.value(StartMethod(rawValue: event.value)?.name ?? "unknown")
      json.key("daemon")
      json.value(event.flags.contains(.daemon))
    case .begin:
      json.key("parent_pid")
      json.value(event.extra)
    case .exit:
      json.key("code")
      json.value(event.value)
    case .reap: reapFields(event, world, &json)
    case .error:
      json.key("error")
      json.value(event.detail)
      json.key("text")
      json.value(event.text)
    case .idle:
      json.key("text")
      json.value(event.text)
    case .signal:
      child(event, world, &json)
      json.key("signal")
      json.value(event.value)
    case .joinWait:
      child(event, world, &json)
      limit(event, &json)
    case .joinDone:
      child(event, world, &json)
      json.key("timed_out")
      json.value(event.flags.contains(.timedOut))
    case .poll:
      child(event, world, &json)
      json.key("alive")
      json.value(event.value != 0)
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
}
