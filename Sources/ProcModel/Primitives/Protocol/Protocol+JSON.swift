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
    let kind = ObjectKind(rawValue: event.value)
    let isPlain = kind != .pipe && kind != .dict && kind != .list && kind != .namespace
    json.key("capacity")
    json.value(isPlain ? event.extra : 0)
    switch kind {
    case .dict, .list, .namespace:
      guard let manager = world.object(ObjectID(rawValue: event.extra)) else { return }
      json.key("manager")
      json.value(manager.name)
    case .pipe:
      json.key("ends")
      json.value(
        [(PipeEnds.reader, "reader"), (PipeEnds.writer, "writer")]
          .filter { event.extra & $0.0 != 0 }.map { $0.1 }.joined(separator: " "))
    case .lock, .rlock, .queue, .value, .array, .pool, .manager, .variable, .semaphore,
      .boundedSemaphore, .condition, .event, .barrier, .rwlock, nil:
      break
    }
  }
}
