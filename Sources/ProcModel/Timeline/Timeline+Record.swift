extension Timeline {
  /// Records what an event changed; `world` is the world after it.
  mutating func record(_ event: Event, seq: Int, _ change: WorldChange, _ world: World) {
    while lanes.count < world.lanes.count { lanes.append(LaneHistory()) }
    if let lane = change.actor { span(lane, event, seq, world) }
    if let lane = change.subject { span(lane, event, seq, world) }
    if let lane = change.deadOwner { span(lane, event, seq, world) }
    for lane in change.woken { span(lane, event, seq, world) }
    if change.sweeps {
      for lane in lanes.indices { span(lane, event, seq, world) }
    }
    if let given = change.handover, let lane = change.actor { connect(given, lane, seq) }
    mark(event, seq, change, world)
  }

  @inline(__always)
  private mutating func span(_ lane: LaneIndex, _ event: Event, _ seq: Int, _ world: World) {
    lanes[lane].spans.note(
      seq: seq, time: event.time, world.lanes[lane].activity,
      world.lanes[lane].holding.last ?? .none, &looks)
  }

  private mutating func connect(_ given: WorldChange.Handover, _ lane: LaneIndex, _ seq: Int) {
    if given.kind == .start { starts.append(connectors.count) }
    connectors.append(
      ConnectorArray.Wide(
        kind: given.kind, from: given.from, fromSeq: given.seq, to: lane, toSeq: seq))
  }

  private mutating func mark(_ event: Event, _ seq: Int, _ change: WorldChange, _ world: World) {
    if change.ended {
      guard let lane = change.subject ?? change.actor else { return }
      return markEnd(lane, seq, world)
    }
    guard let lane = change.actor, let shape = event.mark else { return }
    let isWrong = change.overwritten > 0 || event.isFailedTask || event.isBrokenPass
    lanes[lane].marks.append(seq: seq, shape, isWrong: isWrong)
  }

  private mutating func markEnd(_ lane: LaneIndex, _ seq: Int, _ world: World) {
    guard case .ended(let status) = world.lanes[lane].activity else { return }
    let isWrong = world.lanes[lane].error != nil || world.endedUnexpectedly(lane)
    lanes[lane].marks.append(seq: seq, status.mark, isWrong: isWrong)
  }
}

extension ExitStatus {
  fileprivate var mark: Timeline.Mark.Shape {
    switch self {
    case .code(let code): code == 0 ? .ended : .failed
    case .signal: .killed
    case .unknown: .ended
    }
  }
}

extension Event {
  /// Whether a lane finds a barrier broken.
  fileprivate var isBrokenPass: Bool { kind == .barrierPass && flags.contains(.broken) }

  /// Whether it is the end of a task that failed.
  fileprivate var isFailedTask: Bool { kind == .taskEnd && TaskEnding(self).isFailure }

  /// The mark that it leaves on its lane; ends are marked elsewhere.
  fileprivate var mark: Timeline.Mark.Shape? {
    // A join whose time was up is no join.
    if kind == .joinDone, flags.contains(.timedOut) { return .timedOut }
    return kind.mark
  }
}
