extension EventJSON {
  static func fields(_ kind: SemaphoreEvent, _ event: Event, _ json: inout JSONWriter) {
    json.key("count")
    json.value(event.value)
    switch kind {
    case .wait: limit(event, &json)
    case .release:
      json.key("units")
      json.value(event.extra)
    case .acquire, .timeout: break
    }
  }
}
