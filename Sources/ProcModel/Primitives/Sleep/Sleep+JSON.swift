extension EventJSON {
  static func sleepFields(_ event: Event, _ json: inout JSONWriter) {
    json.key("duration_ns")
    json.value(event.value)
  }
}
