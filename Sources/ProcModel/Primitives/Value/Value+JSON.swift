extension EventJSON {
  static func fields(
    _ kind: ValueEvent, _ event: Event, _ world: World, _ json: inout JSONWriter
  ) {
    json.key("value")
    switch kind {
    case .memory: json.value(event.text)
    case .expect:
      json.value(event.value)
      json.key("at_most")
      json.value(event.flags.contains(.atMost))
    case .read, .write:
      if event.flags.contains(.textual) { json.value(event.text) } else { json.value(event.value) }
      guard world.object(event.object)?.kind == .array else { return }
      json.key("index")
      json.value(event.extra)
    }
  }
}
