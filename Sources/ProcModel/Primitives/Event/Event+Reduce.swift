extension World {
  /// Events are set, cleared, looked at and waited for.
  mutating func applyEvent(_ kind: FlagEvent, _ event: Event, _ change: inout WorldChange) {
    guard let lane = change.actor, let flag = objectIndex(event.object, .event) else { return }
    switch kind {
    case .wait:
      beginToWait(lane, flag)
      setActivity(lane, .blocked(.event(event.object)), limit: event.timeLimit)
      change.mayBlock = true
      return
    case .wake:
      let hadWaited = change.waited == event.object
      if case .event(let state) = objects[flag].content {
        change.handover = handover(of: state.last, to: lane, event, hadWaited: hadWaited)
      }
    case .set:
      let given = ObjectState.Given(by: lane, time: event.time, seq: eventCount)
      withEvent(flag) {
        $0.isSet = true
        $0.released = $0.waiters
        $0.last = given
      }
    case .clear: withEvent(flag) { $0.isSet = false }
    case .poll, .timeout: break
    }
    if kind == .wake || kind == .timeout {
      withEvent(flag) { $0.released.removeAll { $0 == lane } }
    }
    resume(lane)
  }

  /// Whoever begins to wait while the event is set has not long to wait.
  private mutating func beginToWait(_ lane: LaneIndex, _ flag: Int) {
    let isNew = lanes[lane].queuedIn != flag
    standInLine(lane, flag) { $0.withEvent { $0.waiters.append(lane) } }
    guard isNew else { return }
    withEvent(flag) {
      $0.released.removeAll { $0 == lane }
      if $0.isSet { $0.released.append(lane) }
    }
  }
}
