extension EventJSON {
  static func fields(
    _ kind: ProtocolEvent, _ event: Event, _ world: World, _ json: inout JSONWriter
  ) {
    switch kind {
    case .gate: gateFields(event, world, &json)
    case .define:
      json.key("object")
      json.value(event.text)
      json.key("kind")
      json.value(ObjectKind(rawValue: event.value).map { "\($0)" } ?? "unknown")
      definitionFields(event, world, &json)
    }
  }

  private static func gateFields(_ event: Event, _ world: World, _ json: inout JSONWriter) {
    if let lane = world.lane(of: event.object) {
      json.key("object")
      json.value(world.lanes[lane].name)
    } else {
      object(event, world, &json)
    }
    json.key("operation")
    json.value(EventKind.name(ofCode: PendingOperation(event).code))
  }

  /// How large an object is, whose it is, or which ends of it the process has.
  private static func definitionFields(_ event: Event, _ world: World, _ json: inout JSONWriter) {
    let capacity = ObjectKind(rawValue: event.value)?.capacity
    let isPlain = capacity != .ends && capacity != .manager
    json.key("capacity")
    json.value(isPlain ? event.extra : 0)
    switch capacity {
    case .manager:
      guard let manager = world.object(ObjectID(rawValue: event.extra)) else { return }
      json.key("manager")
      json.value(manager.name)
    case .ends:
      json.key("ends")
      json.value(
        [(PipeEnds.reader, "reader"), (PipeEnds.writer, "writer")]
          .filter { event.extra & $0.0 != 0 }.map { $0.1 }.joined(separator: " "))
    case .size, .units, .parties, nil: break
    }
  }
}
