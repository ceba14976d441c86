extension Timeline {
  /// Takes what an event changed; `world` is the world after it.
  mutating func record(_ event: Event, seq: Int, _ effect: Effect, _ world: World) {
    while lanes.count < world.lanes.count { lanes.append(LaneHistory()) }
    if let lane = effect.actor { span(lane, event.time, world.lanes[lane]) }
    if let lane = effect.subject { span(lane, event.time, world.lanes[lane]) }
    if let lane = effect.deadOwner { span(lane, event.time, world.lanes[lane]) }
    for lane in effect.woken { span(lane, event.time, world.lanes[lane]) }
    if effect.sweeps {
      for lane in lanes.indices { span(lane, event.time, world.lanes[lane]) }
    }
    if let given = effect.handover, let lane = effect.actor { connect(given, lane, event.time) }
    mark(event, seq, effect, world)
  }

  private mutating func span(_ lane: LaneIndex, _ time: UInt64, _ state: LaneState) {
    let holding = state.holding.last ?? .none
    if let last = lanes[lane].spans.last, last.activity == state.activity, last.holding == holding {
      return
    }
    lanes[lane].spans.append(Span(start: time, activity: state.activity, holding: holding))
  }

  private mutating func connect(_ given: Effect.Handover, _ lane: LaneIndex, _ time: UInt64) {
    if connectors.count % Self.block == 0 { earliestDepartures.append(given.time) }
    let last = earliestDepartures.count - 1
    earliestDepartures[last] = min(earliestDepartures[last], given.time)
    connectors.append(
      Connector(
        kind: given.kind, from: given.from, fromTime: given.time, to: lane, toTime: time,
        object: given.object))
  }

  /// How many connectors share one entry of `earliestDepartures`.
  static let block = 256

  private mutating func mark(_ event: Event, _ seq: Int, _ effect: Effect, _ world: World) {
    if effect.ended {
      guard let lane = effect.subject ?? effect.actor else { return }
      return markEnd(lane, event.time, seq, world)
    }
    guard let lane = effect.actor, let (shape, label) = event.mark else { return }
    lanes[lane].marks.append(
      Mark(
        time: event.time, seq: seq, shape: shape, label: label,
        isWrong: effect.overwritten > 0 || event.isFailedTask || event.isBrokenPass))
  }

  private mutating func markEnd(_ lane: LaneIndex, _ time: UInt64, _ seq: Int, _ world: World) {
    guard case .ended(let status) = world.lanes[lane].activity else { return }
    let shape: Mark.Shape
    var label = ""
    switch status {
    case .code(let code):
      shape = code == 0 ? .ended : .failed
      label = String(code)
    case .signal(let signal):
      shape = .killed
      label = String(-Int(signal))
    case .unknown: shape = .ended
    }
    lanes[lane].marks.append(
      Mark(
        time: time, seq: seq, shape: shape, label: label,
        isWrong: world.lanes[lane].error != nil || world.endedUnexpectedly(lane)))
  }
}

extension Event {
  /// Whether a lane finds a barrier broken.
  fileprivate var isBrokenPass: Bool { kind == .barrierPass && flags.contains(.broken) }

  /// The mark of an event about a semaphore, condition, event or barrier, and the label below.
  fileprivate var coordinationMark: (Timeline.Mark.Shape, String)? {
    switch kind {
    case .semaphoreAcquire: (.taken, String(value))
    case .semaphoreRelease: (.given, String(value))
    case .conditionNotify: (.notified, String(value))
    case .eventSet: (.notified, "")
    case .eventClear: (.cleared, "")
    case .conditionWake, .eventWake: (.woken, "")
    case .barrierWait: (.arrived, String(value &+ 1))
    case .barrierPass: (.passed, "")
    case .barrierAbort, .barrierReset: (.broken, "")
    case .semaphoreTimeout, .conditionTimeout, .eventTimeout, .barrierTimeout: (.timedOut, "")
    default: nil
    }
  }

  /// Whether it is the end of a task that failed.
  fileprivate var isFailedTask: Bool { kind == .taskEnd && detail.hasPrefix("error") }

  /// The mark that it leaves on its lane, and the label below; ends are marked elsewhere.
  fileprivate var mark: (Timeline.Mark.Shape, String)? {
    switch kind {
    case .processBegin: (.begin, "")
    case .valueRead: (.read, valueText)
    case .valueWrite: (.write, valueText)
    case .memory: (.remembered, text)
    case .queuePut: (.put, text)
    case .queueGet: (.get, text)
    case .dictSet: (.set, detail.isEmpty ? text : "\(text)=\(detail)")
    case .dictGet: (.fetched, detail.isEmpty ? text : "\(text)=\(detail)")
    case .managerServe: (.served, text)
    case .joinDone: flags.contains(.timedOut) ? (.timedOut, text) : (.joined, text)
    case .lockTimeout, .queuePutTimeout, .queueGetTimeout: (.timedOut, "")
    case .queueTaskDone: (.taskEnd, "")
    case .queueJoinDone: (.joined, "")
    case .taskBegin: (.taskBegin, "#\(extra)")
    case .taskEnd: (.taskEnd, "#\(extra)")
    case .inputRead: (.typed, text)
    case .output: (.printed, "")
    case .note: (.noted, text)
    default: coordinationMark
    }
  }
}
