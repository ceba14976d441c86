extension World {
  /// Events are set, cleared, looked at and waited for.
  mutating func applyEvent(_ event: Event, _ lane: LaneIndex, _ effect: inout Effect) {
    guard let flag = objectIndex(event.object, .event) else { return }
    switch event.kind {
    case .eventWait:
      beginToWait(lane, flag)
      setActivity(lane, .blocked(.event(event.object)), limit: event.timeLimit)
      effect.mayBlock = true
      return
    case .eventWake:
      let hadWaited = effect.waited == event.object
      if case .event(let state) = objects[flag].content {
        effect.handover = handover(of: state.last, to: lane, event, hadWaited: hadWaited)
      }
    case .eventSet:
      let given = ObjectState.Signal(by: lane, time: event.time, seq: eventCount)
      withEvent(flag) {
        $0.isSet = true
        $0.released = $0.waiters
        $0.last = given
      }
    case .eventClear: withEvent(flag) { $0.isSet = false }
    default: break
    }
    if event.kind == .eventWake || event.kind == .eventTimeout {
      withEvent(flag) { $0.released.removeAll { $0 == lane } }
    }
    resume(lane)
  }

  /// Whoever begins to wait while the event is set has not long to wait.
  private mutating func beginToWait(_ lane: LaneIndex, _ flag: Int) {
    let isNew = lanes[lane].queuedIn != flag
    standInLine(lane, flag, .event)
    guard isNew else { return }
    withEvent(flag) {
      $0.released.removeAll { $0 == lane }
      if $0.isSet { $0.released.append(lane) }
    }
  }
}
