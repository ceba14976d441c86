extension World {
  /// Whether an operation before which a lane is held could happen now: the lock is free or is the
  /// lane's own rlock, the queue has an item or room, the child has ended, the result is there, the
  /// semaphore has a unit, the lane was notified, the event is set, all have come to the barrier.
  /// Operations that never wait always can.
  public func canHappen(_ pending: PendingOperation, by lane: LaneIndex) -> Bool {
    switch pending.kind {
    case .lockAcquire, .lockWait: isFree(lock: pending.object, for: lane)
    case .queueGet, .queueGetWait: hasItems(pending.object) || isOver(pending.object, \.writers)
    case .queuePut, .queuePutWait: hasRoom(pending.object) || isOver(pending.object, \.readers)
    case .queuePoll: canLook(pending)
    case .queueJoinDone, .queueJoinWait: areTasksDone(pending.object)
    case .joinDone: laneOfProcess[pending.object].map { lanes[$0].hasEnded } ?? true
    case .taskResult: hasResult(lanes[lane].awaited)
    case .taskBegin: hasTask(pending.object)
    case .managerReady: isReady(server: pending.object)
    default: canCoordinate(pending, by: lane)
    }
  }

  private func hasResult(_ awaited: TaskReference?) -> Bool {
    guard let awaited, case .pool(let pool)? = object(awaited.pool)?.content,
      let place = pool.place(awaited.serial)
    else { return true }
    if case .ended = pool.tasks[place].stage { return true }
    return false
  }

  /// Whether a worker of a pool finds something to do: a task that nobody has begun, or that there
  /// will be none any more, because the pool is closed or its process has ended.
  func hasTask(_ id: ObjectID) -> Bool {
    guard case .pool(let pool)? = object(id)?.content else { return true }
    return pool.pending > 0 || pool.isClosing || hasEndedCreator(id)
  }

  /// Whether the process that made an object has ended: its pid is in the object's identity.
  private func hasEndedCreator(_ id: ObjectID) -> Bool {
    let creator = Int32(truncatingIfNeeded: id.rawValue >> 32)
    return lane(pid: creator).map { lanes[$0].hasEnded } ?? false
  }

  /// Whether a manager's server listens, or has ended and never will.
  func isReady(server id: ObjectID) -> Bool {
    guard let server = laneOfProcess[id] else { return true }
    return lanes[server].serves != nil || lanes[server].hasEnded
  }

  private func isFree(lock id: ObjectID, for lane: LaneIndex) -> Bool {
    guard let lock = object(id), case .lock(let state) = lock.content, let owner = state.owner
    else { return true }
    return lanes[owner].hasEnded || owner == lane && lock.kind == .rlock
  }

  /// What would become of an operation before which a lane is held, if the lane were let go now.
  public func prospect(of pending: PendingOperation, by lane: LaneIndex) -> Prospect {
    // What does not wait happens in any case, if only to find that it cannot be done.
    if pending.blocking == .nonblocking || canHappen(pending, by: lane) { return .happens }
    return pending.blocking == .timed ? .timesOut : .waits
  }

  /// What would become of a pending operation.
  public enum Prospect: Sendable, Hashable {
    /// It would happen.
    case happens
    /// It cannot happen now; its time would be up.
    case timesOut
    /// It cannot happen now, and would go on waiting.
    case waits
  }

  /// The lane that a single step moves: the chosen one if it is held and not bound to wait, else, of
  /// those whose operation can happen, the one that has waited longest, else one whose time can run
  /// out; nil where there is none.
  public func nextToStep(chosen: LaneIndex?) -> LaneIndex? {
    if let chosen, lanes.indices.contains(chosen), let prospect = prospect(of: chosen),
      prospect != .waits
    {
      return chosen
    }
    return longestHeld(.happens) ?? longestHeld(.timesOut)
  }

  private func longestHeld(_ wanted: Prospect) -> LaneIndex? {
    lanes.indices.filter { prospect(of: $0) == wanted }
      .min { lanes[$0].sinceSeq < lanes[$1].sinceSeq }
  }

  /// What would become of a lane's pending operation; nil where it is not held.
  public func prospect(of lane: LaneIndex) -> Prospect? {
    guard case .held(let pending) = lanes[lane].activity else { return nil }
    return prospect(of: pending, by: lane)
  }
}
