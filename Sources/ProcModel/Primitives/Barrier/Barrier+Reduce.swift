extension World {
  /// Barriers are come to, passed, broken and reset.
  mutating func applyBarrier(_ kind: BarrierEvent, _ event: Event, _ change: inout WorldChange) {
    guard let lane = change.actor, let barrier = objectIndex(event.object, .barrier) else { return }
    switch kind {
    case .wait: return arrive(event, lane, barrier, &change)
    case .pass: pass(event, lane, barrier, &change)
    case .timeout, .abort:
      withBarrier(barrier) {
        $0.breakUp()
        $0.failed.removeAll { $0 == lane }
      }
    case .reset:
      withBarrier(barrier) {
        $0.breakUp()
        $0.isBroken = false
        $0.generation = event.extra
      }
    }
    resume(lane)
  }

  private mutating func arrive(
    _ event: Event, _ lane: LaneIndex, _ barrier: Int, _ change: inout WorldChange
  ) {
    guard case .barrier(let state) = objects[barrier].content else { return }
    if event.extra == state.generation || !(state.released + state.failed).contains(lane) {
      join(event, lane, barrier)
    }
    lanes[lane].waitIsLimited = event.flags.contains(.timed)
    lanes[lane].queuedIn = barrier
    guard case .barrier(let state) = objects[barrier].content else { return }
    if state.acting == lane || state.released.contains(lane) { return resume(lane) }
    setActivity(lane, .blocked(.barrier(event.object)), limit: limit(of: lane))
    change.mayBlock = true
  }

  private mutating func join(_ event: Event, _ lane: LaneIndex, _ barrier: Int) {
    let parties = objects[barrier].capacity
    let signal = ObjectState.Given(by: lane, time: event.time, seq: eventCount)
    withBarrier(barrier) {
      $0.enter(event.extra)
      if !$0.arrived.contains(lane) { $0.arrived.append(lane) }
      $0.last = signal
      if event.flags.contains(.actsFirst) {
        $0.acting = lane
      } else if parties > 0, Int64($0.arrived.count) >= parties {
        $0.complete()
      }
    }
  }

  private mutating func pass(
    _ event: Event, _ lane: LaneIndex, _ barrier: Int, _ change: inout WorldChange
  ) {
    guard case .barrier(let state) = objects[barrier].content else { return }
    let isBroken = event.flags.contains(.broken)
    if !isBroken, state.acting != lane {
      change.handover = handover(
        of: state.last, to: lane, event, hadWaited: change.waited == event.object)
    }
    withBarrier(barrier) {
      if isBroken {
        $0.failed.removeAll { $0 == lane }
      } else {
        // The first to pass says that all had come.
        if event.extra == $0.generation, $0.arrived.contains(lane) { $0.complete() }
        $0.released.removeAll { $0 == lane }
      }
    }
  }
}

extension ObjectState.BarrierState {
  /// The round that an event tells of is the present one.
  fileprivate mutating func enter(_ round: UInt64) {
    guard round != generation else { return }
    released += arrived
    arrived = []
    acting = nil
    generation = round
  }

  /// All have come.
  fileprivate mutating func complete() {
    released += arrived
    arrived = []
    acting = nil
    generation &+= 1
  }

  /// Who has come finds it broken.
  mutating func breakUp() {
    failed += arrived
    arrived = []
    acting = nil
    isBroken = true
  }
}
