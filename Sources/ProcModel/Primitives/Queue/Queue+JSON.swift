extension EventJSON {
  static func fields(_ kind: QueueEvent, _ event: Event, _ json: inout JSONWriter) {
    switch kind {
    case .put, .get:
      json.key("item")
      json.value(event.text)
      json.key("serial")
      json.value(event.extra)
      depth(event, &json)
    case .putWait, .getWait:
      depth(event, &json)
      limit(event, &json)
    case .putTimeout, .getTimeout:
      depth(event, &json)
      if event.isAtTheEnd { yes("closed", &json) }
    case .poll:
      json.key("what")
      json.value(event.text)
      depth(event, &json)
    case .taskDone, .joinWait:
      json.key("unfinished")
      json.value(event.value)
    case .close:
      json.key("end")
      json.value(UInt64(bitPattern: event.value) & PipeEnds.reader != 0 ? "reader" : "writer")
    case .joinDone: break
    }
  }

  private static func depth(_ event: Event, _ json: inout JSONWriter) {
    json.key("depth")
    json.value(event.value)
  }
}
