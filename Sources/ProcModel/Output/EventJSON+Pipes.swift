extension EventJSON {
  /// The fields of events about finished tasks of queues, and about ends of pipes.
  static func tasksAndEndsFields(_ event: Event, _ json: inout JSONWriter) {
    switch event.kind {
    case .queuePoll:
      json.key("what")
      json.value(event.text)
      json.key("depth")
      json.value(event.value)
    case .queueTaskDone, .queueJoinWait:
      json.key("unfinished")
      json.value(event.value)
    case .pipeClose:
      json.key("end")
      json.value(UInt64(bitPattern: event.value) & PipeEnds.reader != 0 ? "reader" : "writer")
    default: break
    }
  }

  /// The other end of a pipe is closed.
  static func closed(_ json: inout JSONWriter) {
    json.key("closed")
    json.value(true)
  }

  /// The size of an object, its manager, or the ends of it that the process has.
  static func definitionFields(_ event: Event, _ world: World, _ json: inout JSONWriter) {
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
    default: break
    }
  }
}
