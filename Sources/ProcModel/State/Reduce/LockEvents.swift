extension World {
  /// Locks are waited for, taken and given back.
  mutating func applyLock(_ event: Event, _ effect: inout Effect) {
    guard let lane = effect.actor, let lock = objectIndex(event.object, .lock) else { return }
    effect.place = lock
    switch event.kind {
    case .lockWait:
      standInLine(lane, lock, .lock)
      setActivity(lane, .waiting(event.object), limit: event.timeLimit)
      effect.mayBlock = true
    case .lockAcquire:
      acquire(event, lane, lock, &effect)
      resume(lane)
    case .lockRelease:
      release(event, lane, lock)
      resumeAfterRelease(event, lane, &effect)
    default: resume(lane)
    }
  }

  private mutating func acquire(
    _ event: Event, _ lane: LaneIndex, _ lock: Int, _ effect: inout Effect
  ) {
    guard case .lock(let state) = objects[lock].content else { return }
    effect.handover = handover(of: state, to: lane, event, hadWaited: effect.waited == event.object)
    if let owner = state.owner, owner != lane {
      // The trace says that it was not free: its owner died, or events are missing.
      if event.flags.contains(.ownerDied) { effect.deadOwner = owner }
      letGo(owner, event.object)
    }
    let isNew = state.owner != lane
    let (time, seq) = (now, eventCount)
    withLock(lock) {
      $0.owner = lane
      $0.depth = max(event.value, 1)
      $0.greatestDepth = max($0.greatestDepth, $0.depth)
      if isNew {
        $0.since = time
        $0.sinceSeq = seq
        $0.acquisitions += 1
      }
    }
    if !lanes[lane].holding.contains(event.object) { lanes[lane].holding.append(event.object) }
  }

  /// Who gave the lock to `lane`: the last one who released it, if `lane` had waited for that, or
  /// took over right after.
  private func handover(
    of state: ObjectState.LockState, to lane: LaneIndex, _ event: Event, hadWaited: Bool
  ) -> Effect.Handover? {
    guard let giver = state.lastReleaser, giver != lane, state.owner == nil else { return nil }
    let rightAfter: UInt64 = 1_000_000
    guard hadWaited || event.time &- state.lastRelease <= rightAfter else { return nil }
    return .init(kind: .lock, from: giver, seq: state.lastReleaseSeq)
  }

  private mutating func release(_ event: Event, _ lane: LaneIndex, _ lock: Int) {
    guard case .lock(let state) = objects[lock].content else { return }
    if event.value > 0 {
      if state.owner != nil { withLock(lock) { $0.depth = event.value } }
      return
    }
    letGo(state.owner ?? lane, event.object)
    let (time, seq) = (now, eventCount)
    withLock(lock) {
      $0.owner = nil
      $0.depth = 0
      $0.lastReleaser = lane
      $0.lastRelease = time
      $0.lastReleaseSeq = seq
    }
  }

  private mutating func letGo(_ lane: LaneIndex, _ lock: ObjectID) {
    lanes[lane].holding.removeAll { $0 == lock }
  }
}
