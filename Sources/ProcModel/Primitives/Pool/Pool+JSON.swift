extension EventJSON {
  static func fields(_ kind: PoolEvent, _ event: Event, _ json: inout JSONWriter) {
    if kind == .shutdown { return }
    json.key("task")
    json.value(event.text)
    json.key("serial")
    json.value(event.extra)
    switch kind {
    case .end, .result:
      json.key("outcome")
      json.value(event.detail)
    case .submit, .begin, .wait, .shutdown: break
    }
  }
}
