import ProcModel

extension Marbles {
  mutating func perform(_ operation: Operation) {
    let first = operation.arguments.first ?? ""
    guard
      var event = process(operation, first) ?? sharing(operation, first)
        ?? coordination(operation) ?? other(operation)
    else {
      preconditionFailure("the diagram has an unknown operation: \(operation.verb)")
    }
    event.time = UInt64(operation.column) * 1_000_000
    emit(operation.label, event)
  }

  /// Starts, ends, joins and signals.
  private mutating func process(_ operation: Operation, _ child: String) -> Event? {
    let number = operation.value.flatMap { Int64($0) }
    let id = lane(child).id
    let name = Self.name(child)
    let me = lane(operation.label)
    switch operation.verb {
    case "start":
      let methods: [String: StartMethod] = ["spawn": .spawn, "thread": .thread]
      let method = operation.arguments.compactMap { methods[$0] }.first ?? .fork
      setLane(child, method: method, parent: me)
      let flags: Event.Flags = operation.arguments.contains("daemon") ? .daemon : []
      return Event(.processStart, object: id, value: method.rawValue, flags: flags, text: name)
    case "begin":
      return Event(
        .processBegin, object: me.id, value: me.method.rawValue, extra: UInt64(me.parent),
        text: Self.name(operation.label))
    case "exit": return Event(.processExit, object: me.id, value: number ?? 0)
    case "reap":
      return Event(
        .processReap, object: id, value: number ?? 0, extra: UInt64(lane(child).pid), text: name)
    case "joins": return Event(.joinWait, object: id, extra: limit(operation), text: name)
    case "joined": return Event(.joinDone, object: id, text: name)
    case "gaveup": return Event(.joinDone, object: id, flags: .timedOut, text: name)
    case "poll": return Event(.poll, object: id, value: number ?? 0, text: name)
    case "kill": return Event(.processSignal, object: id, value: number ?? 15, text: name)
    case "error": return Event(.processError, object: me.id, text: "message", detail: child)
    case "idle":
      // `idle(T)` says which pool it serves.
      return Event(.processIdle, object: me.id, extra: object(child).rawValue, text: "pool")
    default: return nil
    }
  }

  /// Locks, queues, values and tasks.
  private mutating func sharing(_ operation: Operation, _ name: String) -> Event? {
    let id = object(name)
    let number = operation.value.flatMap { Int64($0) } ?? 0
    let text = operation.value ?? ""
    switch operation.verb {
    case "wait": return Event(.lockWait, object: id, extra: limit(operation))
    case "take": return Event(.lockAcquire, object: id, value: max(number, 1))
    case "inherit": return Event(.lockAcquire, object: id, value: 1, flags: .ownerDied)
    case "free": return Event(.lockRelease, object: id, value: number)
    case "mended": return Event(.lockRelease, object: id, flags: .mended)
    case "put": return Event(.queuePut, object: id, extra: serial(text), text: text)
    case "get": return Event(.queueGet, object: id, extra: serial(text), text: text)
    case "getting": return Event(.queueGetWait, object: id, extra: limit(operation))
    case "putting": return Event(.queuePutWait, object: id, extra: limit(operation))
    case "looks": return Event(.queuePoll, object: id, value: number, text: "qsize")
    case "taskdone": return Event(.queueTaskDone, object: id, value: number)
    case "joining": return Event(.queueJoinWait, object: id, value: number)
    case "alldone": return Event(.queueJoinDone, object: id)
    case "rclose": return Event(.pipeClose, object: id, value: 1)
    case "wclose": return Event(.pipeClose, object: id, value: 2)
    case "whas":
      return Event(
        .objectDefine, object: id, value: ObjectKind.pipe.rawValue, extra: 2, text: name)
    case "ended": return Event(.queueGetTimeout, object: id, flags: .otherEndClosed)
    case "read": return Event(.valueRead, object: id, value: number)
    case "write": return Event(.valueWrite, object: id, value: number)
    case "expect":
      return Event(
        .expect, object: id, value: number, flags: operation.isAtMost ? .atMost : [])
    case "submit":
      return Event(.taskSubmit, object: id, extra: UInt64(number), text: "task-\(text)")
    case "work": return Event(.taskBegin, object: id, extra: UInt64(number), text: "task-\(text)")
    case "done":
      return Event(
        .taskEnd, object: id, extra: UInt64(number), text: "task-\(text)", detail: "ok")
    case "shutdown": return Event(.shutdown, object: id)
    case "awaits": return Event(.taskWait, object: id, extra: UInt64(number), text: "task-\(text)")
    case "result":
      return Event(
        .taskResult, object: id, extra: UInt64(number), text: "task-\(text)", detail: "ok")
    case "held":
      let kinds: [String: EventKind] = [
        "take": .lockAcquire, "get": .queueGet, "put": .queuePut, "acquire": .semaphoreAcquire,
        "wakes": .conditionWake, "on": .eventWake, "pass": .barrierPass, "come": .barrierWait,
      ]
      let kind = kinds[operation.arguments[0]] ?? .note
      return Event(
        .gateWait, object: object(operation.arguments.last ?? ""), value: Int64(kind.rawValue))
    default: return nil
    }
  }

  private func other(_ operation: Operation) -> Event? {
    let text = operation.value ?? ""
    return switch operation.verb {
    case "sleep": Event(.sleepBegin, value: (Int64(text) ?? 1) * 1_000_000)
    case "wake": Event(.sleepEnd)
    case "asks": Event(.inputWait, text: ">>>")
    case "typed": Event(.inputRead, text: text)
    case "print": Event(.output, value: 1, text: text)
    case "note": Event(.note, text: text)
    default: nil
    }
  }

  /// `wait(L)=50` waits for at most 50 ms.
  func limit(_ operation: Operation) -> UInt64 {
    operation.value.flatMap { UInt64($0) }.map { $0 * 1_000_000 } ?? Event.noTimeout
  }
}

extension Run {
  /// The run that a diagram shows.
  init(_ diagram: String) {
    self.init()
    for event in Marbles(diagram).events { append(event) }
  }

  /// The state of the lane with this name.
  func lane(_ name: String) -> LaneState? { world.lanes.first { $0.name == name } }

  /// The state of the object with this name.
  func object(_ name: String) -> ObjectState? { world.objects.first { $0.name == name } }
}
