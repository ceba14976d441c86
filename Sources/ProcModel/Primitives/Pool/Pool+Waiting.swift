// When there is a task to begin, and when one has its result.
extension World {
  func canHappen(_ kind: PoolEvent, _ pending: PendingOperation, by lane: LaneIndex) -> Bool {
    switch kind {
    case .begin: hasTask(pending.object)
    case .result: hasResult(lanes[lane].awaited)
    case .submit, .end, .wait, .shutdown: true
    }
  }

  func wait(_ kind: PoolEvent, _ pending: PendingOperation, by lane: LaneIndex) -> Activity? {
    switch kind {
    // A worker without a task is idle, and never stuck: its pool ends it, which the trace does not
    // show before it happens.
    case .begin: lanes[lane].serves == nil ? nil : .idle
    case .result:
      lanes[lane].awaited.map { .blocked(.result(pool: $0.pool, task: $0.serial)) }
    case .submit, .end, .wait, .shutdown: nil
    }
  }

  func obstacle(_ kind: PoolEvent, _ pending: PendingOperation) -> Localized {
    kind == .begin && !hasTask(pending.object)
      ? Localized(zh: "，没有等待中的任务", en: ", which has no task to begin") : Localized(verbatim: "")
  }

  /// A task's outcome comes from its worker. That of a worker that died is reported by the pool.
  func need(pool id: ObjectID, task: UInt64) -> Need {
    guard case .pool(let pool)? = object(id)?.content, let place = pool.place(task) else {
      return .nothing
    }
    switch pool.tasks[place].stage {
    case .ended: return .nothing
    case .running(let worker): return lanes[worker].hasEnded ? .nothing : .lane(worker)
    case .pending: return lanes.indices.contains(where: isIdle) ? .nothing : .anyone
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
  private func hasTask(_ id: ObjectID) -> Bool {
    guard case .pool(let pool)? = object(id)?.content else { return true }
    return pool.pending > 0 || pool.isClosing || hasEndedCreator(id)
  }

  /// Whether the process that made an object has ended: its pid is in the object's identity.
  private func hasEndedCreator(_ id: ObjectID) -> Bool {
    let creator = Int32(truncatingIfNeeded: id.rawValue >> 32)
    return lane(pid: creator).map { lanes[$0].hasEnded } ?? false
  }
}
