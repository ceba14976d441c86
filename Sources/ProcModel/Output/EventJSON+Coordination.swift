extension EventJSON {
  /// The fields of events about semaphores, conditions, events and barriers, after `object`.
  static func coordinationFields(_ event: Event, _ world: World, _ json: inout JSONWriter) {
    switch event.kind {
    case .semaphoreWait, .semaphoreAcquire, .semaphoreRelease, .semaphoreTimeout:
      semaphoreFields(event, &json)
    case .conditionWait, .conditionWake, .conditionNotify, .conditionTimeout:
      conditionFields(event, world, &json)
    case .eventWait: limit(event, &json)
    case .eventPoll:
      json.key("set")
      json.value(event.value != 0)
    case .barrierWait, .barrierPass, .barrierTimeout, .barrierAbort, .barrierReset:
      barrierFields(event, &json)
    default: break
    }
  }

  private static func semaphoreFields(_ event: Event, _ json: inout JSONWriter) {
    json.key("count")
    json.value(event.value)
    if event.kind == .semaphoreWait { limit(event, &json) }
    guard event.kind == .semaphoreRelease else { return }
    json.key("units")
    json.value(event.extra)
  }

  private static func conditionFields(
    _ event: Event, _ world: World, _ json: inout JSONWriter
  ) {
    json.key(event.kind == .conditionNotify ? "woken" : "waiting")
    json.value(event.value)
    if event.kind == .conditionNotify {
      json.key("all")
      json.value(event.extra == .max)
    }
    guard event.kind == .conditionWait else { return }
    if let lock = world.object(ObjectID(rawValue: event.extra)) {
      json.key("lock")
      json.value(lock.name)
    }
    timed(event, &json)
  }

  private static func barrierFields(_ event: Event, _ json: inout JSONWriter) {
    if event.kind != .barrierAbort, event.kind != .barrierReset {
      json.key("index")
      json.value(event.value)
    }
    json.key("generation")
    json.value(event.extra)
    if event.kind == .barrierWait { timed(event, &json) }
    guard event.kind == .barrierPass, event.flags.contains(.broken) else { return }
    json.key("broken")
    json.value(true)
  }

  /// Whether a wait has a timeout, if the event does not say how long it is.
  private static func timed(_ event: Event, _ json: inout JSONWriter) {
    json.key("timed")
    json.value(event.flags.contains(.timed))
  }
}
