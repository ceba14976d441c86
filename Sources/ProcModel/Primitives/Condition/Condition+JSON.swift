extension EventJSON {
  static func fields(
    _ kind: ConditionEvent, _ event: Event, _ world: World, _ json: inout JSONWriter
  ) {
    json.key(kind == .notify ? "woken" : "waiting")
    json.value(event.value)
    switch kind {
    case .notify:
      json.key("all")
      json.value(event.extra == .max)
    case .wait:
      if let lock = world.object(ObjectID(rawValue: event.extra)) {
        json.key("lock")
        json.value(lock.name)
      }
      timed(event, &json)
    case .wake, .timeout: break
    }
  }
}
