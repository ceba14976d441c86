extension EventJSON {
  static func fields(_ kind: ManagerEvent, _ event: Event, _ json: inout JSONWriter) {
    if kind == .ready { return }
    json.key("key")
    json.value(event.text)
    json.key("request")
    json.value(event.extra)
    switch kind {
    case .set, .get:
      json.key("value")
      json.value(event.detail)
    case .serve:
      json.key("value")
      json.value(event.detail)
      json.key("client_pid")
      json.value(event.value)
    case .request, .ready: break
    }
  }
}
