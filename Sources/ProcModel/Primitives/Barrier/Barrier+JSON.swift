extension EventJSON {
  static func fields(_ kind: BarrierEvent, _ event: Event, _ json: inout JSONWriter) {
    switch kind {
    case .wait, .pass, .timeout:
      json.key("index")
      json.value(event.value)
    case .abort, .reset: break
    }
    json.key("generation")
    json.value(event.extra)
    switch kind {
    case .wait: timed(event, &json)
    case .pass: if event.flags.contains(.broken) { yes("broken", &json) }
    case .timeout, .abort, .reset: break
    }
  }
}
