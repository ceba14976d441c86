extension World {
  /// Whether an operation before which a lane is held could happen now: the lock is free or is the
  /// lane's own rlock, the queue has an item or room, the child has ended, the result is there.
  /// Operations that never wait always can.
  public func canHappen(_ pending: PendingOperation, by lane: LaneIndex) -> Bool {
    switch pending.kind {
    case .lockAcquire, .lockWait: isFree(lock: pending.object, for: lane)
    case .queueGet, .queueGetWait: hasItems(pending.object)
    case .queuePut, .queuePutWait: hasRoom(pending.object)
    case .joinDone: laneOfProcess[pending.object].map { lanes[$0].hasEnded } ?? true
    case .taskResult: hasResult(lanes[lane].awaited)
    default: true
    }
  }

  private func hasResult(_ awaited: TaskReference?) -> Bool {
    guard let awaited, case .pool(let pool)? = object(awaited.pool)?.content,
      let place = pool.place(awaited.serial)
    else { return true }
    if case .ended = pool.tasks[place].stage { return true }
    return false
  }

  private func isFree(lock id: ObjectID, for lane: LaneIndex) -> Bool {
    guard let lock = object(id), case .lock(let state) = lock.content, let owner = state.owner
    else { return true }
    return lanes[owner].hasEnded || owner == lane && lock.kind == .rlock
  }

  /// The lane that a single step moves: the chosen one if it is held and its operation can happen,
  /// else, of those for which that is so, the one that has waited longest; nil where there is none.
  public func nextToStep(chosen: LaneIndex?) -> LaneIndex? {
    if let chosen, lanes.indices.contains(chosen), isReady(chosen) { return chosen }
    return lanes.indices.filter(isReady).min { lanes[$0].sinceSeq < lanes[$1].sinceSeq }
  }

  private func isReady(_ lane: LaneIndex) -> Bool {
    guard case .held(let pending) = lanes[lane].activity else { return false }
    return canHappen(pending, by: lane)
  }
}
