/// What has to happen before a lane that waits can go on.
enum Need: Sendable, Hashable {
  /// Nothing: it can go on by itself, or what it waits for is there already.
  case nothing
  /// Only this lane can help.
  case lane(LaneIndex)
  /// Any of these lanes could help.
  case oneOf([LaneIndex])
  /// Any other lane could help: whoever is able to go on at all may put an item, or get one.
  case anyone
}

extension World {
  /// What a lane needs in order to go on, by the trace as it is now.
  func need(of lane: LaneIndex) -> Need {
    let activity = wait(of: lane)
    // A lane that is held waits without a limit, or not at all.
    if activity == lanes[lane].activity, lanes[lane].isFree { return .nothing }
    switch activity {
    case .waiting(let lock): return need(lock: lock, lane)
    case .blocked(.join(let child)): return need(join: child)
    case .blocked(.get(let queue)): return need(itemOf: queue, lane)
    case .blocked(.put(let queue)): return hasRoom(queue) ? .nothing : .anyone
    case .blocked(.tasks(let queue)): return areTasksDone(queue) ? .nothing : .anyone
    case .blocked(.result(let pool, let task)): return need(pool: pool, task: task)
    case .blocked(let blocker): return needOfCoordination(blocker, lane)
    default: return .nothing
    }
  }

  /// A lock is given back by its holder. From a holder that died it is taken over, since locks
  /// are robust.
  private func need(lock id: ObjectID, _ lane: LaneIndex) -> Need {
    guard let lock = object(id), case .lock(let state) = lock.content, let owner = state.owner,
      !lanes[owner].hasEnded
    else { return .nothing }
    return owner == lane && lock.kind == .rlock ? .nothing : .lane(owner)
  }

  /// A child ends by itself. An idle worker or server ends because it is told to, by means that the
  /// trace does not show.
  private func need(join id: ObjectID) -> Need {
    guard let child = laneOfProcess[id], !lanes[child].hasEnded, !isIdle(child)
    else { return .nothing }
    return .lane(child)
  }

  /// A task's outcome comes from its worker. That of a worker that died is reported by the pool.
  private func need(pool id: ObjectID, task: UInt64) -> Need {
    guard case .pool(let pool)? = object(id)?.content, let place = pool.place(task) else {
      return .nothing
    }
    switch pool.tasks[place].stage {
    case .ended: return .nothing
    case .running(let worker): return lanes[worker].hasEnded ? .nothing : .lane(worker)
    case .pending: return lanes.indices.contains(where: isIdle) ? .nothing : .anyone
    }
  }

  func hasItems(_ id: ObjectID) -> Bool {
    guard case .queue(let queue)? = object(id)?.content else { return true }
    return queue.depth > 0
  }

  func hasRoom(_ id: ObjectID) -> Bool {
    guard let object = object(id), case .queue(let queue) = object.content else { return true }
    return object.capacity <= 0 || queue.depth < object.capacity
  }
}
