extension World {
  /// Conditions are waited for and notified.
  mutating func applyCondition(_ kind: ConditionEvent, _ event: Event, _ change: inout WorldChange)
  {
    guard let lane = change.actor,
      let condition = objectIndex(event.object, .condition)
    else { return }
    switch kind {
    case .wait: return wait(event, lane, condition, &change)
    case .wake: wake(event, lane, condition, &change)
    case .notify: notify(event, lane, condition)
    case .timeout: withCondition(condition) { $0.calls.removeAll { $0.lane == lane } }
    }
    resume(lane)
  }

  /// A lane joins the line. It waits from when it has given the lock up, which is the next that it
  /// reports; if it has done so already, it was let go in vain, and waits on.
  private mutating func wait(
    _ event: Event, _ lane: LaneIndex, _ condition: Int, _ change: inout WorldChange
  ) {
    let lock = ObjectID(rawValue: event.extra)
    let isNew = lanes[lane].queuedIn != condition
    standInLine(lane, condition) { $0.withCondition { $0.waiters.append(lane) } }
    withCondition(condition) {
      if lock != .none { $0.lock = lock }
      if isNew { $0.calls.removeAll { $0.lane == lane } }
    }
    lanes[lane].waitIsLimited = event.flags.contains(.timed)
    if lanes[lane].holding.contains(lock) { return resume(lane) }
    blockOnCondition(lane, event.object, &change)
  }

  private mutating func blockOnCondition(
    _ lane: LaneIndex, _ condition: ObjectID, _ change: inout WorldChange
  ) {
    setActivity(lane, .blocked(.condition(condition)), limit: limit(of: lane))
    change.mayBlock = true
  }

  /// The time limit of a wait of which the trace says only whether it has one.
  func limit(of lane: LaneIndex) -> UInt64? { lanes[lane].waitIsLimited ? Event.noTimeout : nil }

  /// The condition that a lane waits at, if it is just giving the lock of it up.
  func conditionGivingUp(_ lane: LaneIndex, _ event: Event) -> ObjectState? {
    guard event.kind == .lockRelease, let place = lanes[lane].queuedIn,
      case .condition(let state) = objects[place].content, state.lock == event.object
    else { return nil }
    return objects[place]
  }

  /// Goes on after a lock was released: to wait, if it was given up in order to wait.
  mutating func resumeAfterRelease(_ event: Event, _ lane: LaneIndex, _ change: inout WorldChange) {
    guard let condition = conditionGivingUp(lane, event) else { return resume(lane) }
    blockOnCondition(lane, condition.id, &change)
  }

  private mutating func wake(
    _ event: Event, _ lane: LaneIndex, _ condition: Int, _ change: inout WorldChange
  ) {
    guard case .condition(let state) = objects[condition].content else { return }
    if let call = state.calls.first(where: { $0.lane == lane }) ?? state.calls.first {
      change.handover = handover(of: call.signal, to: lane, event, hadWaited: true)
      // Who wakes was notified: if not by what is known, then instead of one who has died.
      withCondition(condition) {
        $0.calls.removeAll { $0 == call }
        if call.lane != lane { $0.waiters.insert(call.lane, at: 0) }
      }
    }
  }

  private mutating func notify(_ event: Event, _ lane: LaneIndex, _ condition: Int) {
    let (time, seq) = (event.time, eventCount)
    let signal = ObjectState.Given(by: lane, time: time, seq: eventCount)
    withCondition(condition) {
      let woken = Array($0.waiters.prefix(Int(clamping: max(event.value, 0))))
      $0.waiters.removeFirst(woken.count)
      $0.calls += woken.map { .init(lane: $0, signal: signal) }
      $0.lastNotify = .init(by: lane, time: time, seq: seq, woken: woken)
      if event.value <= 0 { $0.lostNotifies += 1 }
    }
  }

  /// A lane that was notified has ended before it woke up.
  mutating func passNotifyOn(from lane: LaneIndex, _ condition: Int) {
    withCondition(condition) {
      guard let place = $0.calls.firstIndex(where: { $0.lane == lane }) else { return }
      let call = $0.calls.remove(at: place)
      guard let next = $0.waiters.first else { return }
      $0.waiters.removeFirst()
      $0.calls.append(.init(lane: next, signal: call.signal))
    }
  }
}
