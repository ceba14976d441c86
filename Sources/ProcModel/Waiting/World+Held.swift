extension World {
  /// What a lane does, where one that is held at a gate before an operation that cannot happen, and
  /// that would wait for it as long as it takes, does wait for it: it makes no difference to it
  /// whether it waits at the gate or behind it.
  func wait(of lane: LaneIndex) -> Activity {
    let activity = lanes[lane].activity
    guard case .held(let pending) = activity, isHeldInVain(pending, by: lane) else {
      return activity
    }
    return wait(before: pending, by: lane)
  }

  /// Whether letting a lane go would not help it: its operation cannot happen, and it has all the
  /// time in the world.
  func isHeldInVain(_ pending: PendingOperation, by lane: LaneIndex) -> Bool {
    pending.blocking == .indefinite && !canHappen(pending, by: lane)
  }

  /// What a lane will do when it is let go before an operation that cannot happen.
  func wait(before pending: PendingOperation, by lane: LaneIndex) -> Activity {
    switch pending.kind {
    case .lockAcquire, .lockWait: .waiting(pending.object)
    case .queueGet, .queueGetWait: .blocked(.get(pending.object))
    case .queuePut, .queuePutWait: .blocked(.put(pending.object))
    case .queueJoinDone, .queueJoinWait: .blocked(.tasks(pending.object))
    case .joinDone, .joinWait: .blocked(.join(pending.object))
    case .semaphoreAcquire, .semaphoreWait: .blocked(.semaphore(pending.object))
    case .conditionWake: .blocked(.condition(pending.object))
    case .eventWake, .eventWait: .blocked(.event(pending.object))
    case .barrierPass: .blocked(.barrier(pending.object))
    case .taskBegin where lanes[lane].serves != nil: .idle
    case .taskResult: lanes[lane].awaited.map { .blocked(.result($0)) } ?? lanes[lane].activity
    default: lanes[lane].activity
    }
  }

  /// Whether a lane is a server or worker that has nothing to do at the moment.
  func isIdle(_ lane: LaneIndex) -> Bool { wait(of: lane) == .idle }
}

extension Blocker {
  /// The outcome of this task.
  fileprivate static func result(_ task: TaskReference) -> Blocker {
    .result(pool: task.pool, task: task.serial)
  }
}
