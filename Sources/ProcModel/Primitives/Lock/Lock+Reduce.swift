extension World {
  /// Locks are waited for, taken and given back.
  mutating func applyLock(_ kind: LockEvent, _ event: Event, _ change: inout WorldChange) {
    guard let lane = change.actor, let lock = objectIndex(event.object, .lock) else { return }
    change.place = lock
    switch kind {
    case .wait: awaitLock(event, lane, lock, &change, isShared: false)
    case .acquire: takeLock(event, lane, lock, &change, isShared: false)
    case .release: giveLock(event, lane, lock, &change)
    case .timeout: resume(lane)
    }
  }

  /// A lane waits for a lock, or for a share of one.
  mutating func awaitLock(
    _ event: Event, _ lane: LaneIndex, _ lock: Int, _ change: inout WorldChange, isShared: Bool
  ) {
    standInLine(lane, lock) {
      $0.withLock {
        $0.waiters.append(lane)
        $0.contentions += 1
      }
    }
    let blocker = isShared ? Blocker.lockShare(event.object) : .lock(event.object)
    setActivity(lane, .blocked(blocker), limit: event.timeLimit)
    change.lock = .awaited(isShared: isShared)
    change.mayBlock = true
  }

  /// A lane holds a lock from now on, alone or with others.
  mutating func takeLock(
    _ event: Event, _ lane: LaneIndex, _ lock: Int, _ change: inout WorldChange, isShared: Bool
  ) {
    defer { resume(lane) }
    change.lock = .taken(isShared: isShared)
    guard case .lock(let state) = objects[lock].content else { return }
    change.handover = handover(of: state, to: lane, event, hadWaited: change.waited == event.object)
    if !state.isFree { makeWay(lane, event, lock, state, &change, isShared: isShared) }
    let depth = max(event.value, 1)
    let holder = ObjectState.LockState.Holder(
      lane: lane, isShared: isShared, depth: depth, since: now, sinceSeq: eventCount)
    let isNew = state.holder(lane) == nil
    withLock(lock) {
      $0.greatestDepth = max($0.greatestDepth, depth)
      if isNew {
        $0.add(holder)
        $0.acquisitions += 1
      } else {
        $0.setDepth(depth, of: lane)
      }
    }
    if !lanes[lane].holding.contains(event.object) { lanes[lane].holding.append(event.object) }
  }

  /// Others hold it, who cannot hold it together with who takes it: they have died, or events are
  /// missing.
  private mutating func makeWay(
    _ lane: LaneIndex, _ event: Event, _ lock: Int, _ state: ObjectState.LockState,
    _ change: inout WorldChange, isShared: Bool
  ) {
    for holder in state.holders where holder.lane != lane {
      if isShared, holder.isShared { continue }
      if event.flags.contains(.ownerDied) { change.deadOwner = holder.lane }
      letGo(holder.lane, event.object, lock)
    }
  }

  /// Who gave the lock to `lane`: the last one who released it, if `lane` had waited for that, or
  /// took over right after.
  private func handover(
    of state: ObjectState.LockState, to lane: LaneIndex, _ event: Event, hadWaited: Bool
  ) -> WorldChange.Handover? {
    guard let giver = state.lastReleaser, giver != lane, state.isFree else { return nil }
    let rightAfter: UInt64 = 1_000_000
    guard hadWaited || event.time &- state.lastRelease <= rightAfter else { return nil }
    return .init(kind: .lock, from: giver, seq: state.lastReleaseSeq)
  }

  /// A lane gives a lock back, or one of the times that it has taken it. Of what only one can hold,
  /// anybody may do so.
  mutating func giveLock(
    _ event: Event, _ lane: LaneIndex, _ lock: Int, _ change: inout WorldChange
  ) {
    defer { resumeAfterRelease(event, lane, &change) }
    if event.value <= 0 { change.lock = .given(isShared: false) }
    guard case .lock(let state) = objects[lock].content else { return }
    let holder = state.holder(lane) ?? state.holder
    let giver = holder?.lane ?? lane
    if event.value > 0 {
      if holder != nil { withLock(lock) { $0.setDepth(event.value, of: giver) } }
      return
    }
    change.lock = .given(isShared: holder?.isShared ?? false)
    letGo(giver, event.object, lock)
    let (time, seq) = (now, eventCount)
    withLock(lock) {
      $0.lastReleaser = lane
      $0.lastRelease = time
      $0.lastReleaseSeq = seq
    }
  }

  private mutating func letGo(_ lane: LaneIndex, _ lock: ObjectID, _ place: Int) {
    lanes[lane].holding.removeAll { $0 == lock }
    withLock(place) { $0.remove(lane) }
  }
}
