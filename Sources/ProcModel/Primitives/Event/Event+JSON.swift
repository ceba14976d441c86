extension EventJSON {
  static func fields(_ kind: FlagEvent, _ event: Event, _ json: inout JSONWriter) {
    switch kind {
    case .wait: limit(event, &json)
    case .poll:
      json.key("set")
      json.value(event.value != 0)
    case .wake, .set, .clear, .timeout: break
    }
  }
}
