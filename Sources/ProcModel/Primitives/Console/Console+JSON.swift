extension EventJSON {
  static func fields(_ kind: ConsoleEvent, _ event: Event, _ json: inout JSONWriter) {
    json.key("text")
    json.value(event.text)
    switch kind {
    case .output:
      json.key("stream")
      json.value(event.value == 2 ? "stderr" : "stdout")
    case .inputWait, .inputRead, .note: break
    }
  }
}
