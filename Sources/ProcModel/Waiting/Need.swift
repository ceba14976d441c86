/// What has to happen before a lane that waits can go on.
enum Need: Sendable, Hashable {
  /// Nothing: it can go on by itself, or what it waits for is there already.
  case nothing
  /// Only this lane can help.
  case lane(LaneIndex)
  /// Each of these lanes has to help.
  case allOf([LaneIndex])
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
    case .blocked(let blocker): return need(of: blocker, lane)
    case .starting, .running, .sleeping, .held, .idle, .ended: return .nothing
    }
  }

  private func need(of blocker: Blocker, _ lane: LaneIndex) -> Need {
    switch blocker {
    case .lock(let id): need(lock: id, lane, isShared: false)
    case .lockShare(let id): need(lock: id, lane, isShared: true)
    case .join(let child): need(join: child)
    case .get(let queue): need(itemOf: queue, lane)
    case .put(let queue): need(roomIn: queue, lane)
    case .tasks(let queue): need(tasksOf: queue)
    case .result(let pool, let task): need(pool: pool, task: task)
    case .semaphore(let id): need(semaphore: id)
    case .condition(let id): need(condition: id, lane)
    case .event(let id): need(event: id, lane)
    case .barrier(let id): need(barrier: id, lane)
    // A server answers everybody; somebody types.
    case .server, .input: .nothing
    }
  }
}
