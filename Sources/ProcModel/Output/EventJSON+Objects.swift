extension EventJSON {
  /// The fields of events about locks, queues, values, dicts and pools, after `object`.
  static func objectFields(_ event: Event, _ world: World, _ json: inout JSONWriter) {
    switch event.kind {
    case .lockWait, .lockAcquire, .lockRelease, .lockTimeout: lockFields(event, &json)
    case .queuePut, .queueGet, .queuePutWait, .queueGetWait, .queuePutTimeout, .queueGetTimeout:
      queueFields(event, &json)
    case .queuePoll, .queueTaskDone, .queueJoinWait, .queueJoinDone, .pipeClose:
      tasksAndEndsFields(event, &json)
    case .managerReady, .shutdown: break
    case .valueRead, .valueWrite, .memory, .expect: valueFields(event, world, &json)
    case .dictSet, .dictGet, .managerRequest, .managerServe: managerFields(event, &json)
    case .taskSubmit, .taskBegin, .taskEnd, .taskWait, .taskResult: taskFields(event, &json)
    default: coordinationFields(event, world, &json)
    }
  }

  private static func lockFields(_ event: Event, _ json: inout JSONWriter) {
    json.key("depth")
    json.value(event.value)
    if event.kind == .lockWait { limit(event, &json) }
    if event.kind == .lockAcquire, event.flags.contains(.ownerDied) {
      json.key("owner_died")
      json.value(true)
    }
    if event.kind == .lockRelease, event.flags.contains(.mended) {
      json.key("mended")
      json.value(true)
    }
  }

  private static func queueFields(_ event: Event, _ json: inout JSONWriter) {
    if event.kind == .queuePut || event.kind == .queueGet {
      json.key("item")
      json.value(event.text)
      json.key("serial")
      json.value(event.extra)
    }
    json.key("depth")
    json.value(event.value)
    if event.kind.isWaitInLine { limit(event, &json) }
    if event.isAtTheEnd { closed(&json) }
  }

  private static func valueFields(_ event: Event, _ world: World, _ json: inout JSONWriter) {
    json.key("value")
    switch event.kind {
    case .memory: json.value(event.text)
    case .expect:
      json.value(event.value)
      json.key("at_most")
      json.value(event.flags.contains(.atMost))
    default:
      if event.flags.contains(.textual) { json.value(event.text) } else { json.value(event.value) }
      guard world.object(event.object)?.kind == .array else { return }
      json.key("index")
      json.value(event.extra)
    }
  }

  private static func managerFields(_ event: Event, _ json: inout JSONWriter) {
    json.key("key")
    json.value(event.text)
    json.key("request")
    json.value(event.extra)
    if event.kind == .managerRequest { return }
    json.key("value")
    json.value(event.detail)
    guard event.kind == .managerServe else { return }
    json.key("client_pid")
    json.value(event.value)
  }

  private static func taskFields(_ event: Event, _ json: inout JSONWriter) {
    json.key("task")
    json.value(event.text)
    json.key("serial")
    json.value(event.extra)
    guard event.kind == .taskEnd || event.kind == .taskResult else { return }
    json.key("outcome")
    json.value(event.detail)
  }
}
