extension World {
  /// Whether a semaphore has a unit.
  func hasUnit(_ id: ObjectID) -> Bool {
    guard case .semaphore(let semaphore)? = object(id)?.content else { return true }
    return semaphore.count > 0
  }

  /// Whether an event is set, or was set while the lane waited for it.
  func isSet(_ id: ObjectID, for lane: LaneIndex) -> Bool {
    guard case .event(let event)? = object(id)?.content else { return true }
    return event.isSet || event.released.contains(lane)
  }

  /// Whether a notify of a condition is under way to a lane.
  func isNotified(_ id: ObjectID, _ lane: LaneIndex) -> Bool {
    guard case .condition(let condition)? = object(id)?.content else { return true }
    return condition.calls.contains { $0.lane == lane }
  }

  /// Whether a lane that has come to a barrier may go on: all have come, or it is broken.
  func isOpen(_ id: ObjectID, for lane: LaneIndex) -> Bool {
    guard case .barrier(let barrier)? = object(id)?.content else { return true }
    return barrier.acting == lane || !barrier.arrived.contains(lane)
  }

  /// Whether a lane can come to a barrier: not while its action runs.
  private func isReady(barrier id: ObjectID) -> Bool {
    guard case .barrier(let barrier)? = object(id)?.content else { return true }
    return barrier.acting == nil
  }

  /// Whether an operation on a semaphore, condition, event or barrier could happen now.
  func canCoordinate(_ pending: PendingOperation, by lane: LaneIndex) -> Bool {
    switch pending.kind {
    case .semaphoreAcquire, .semaphoreWait: hasUnit(pending.object)
    case .conditionWake: isNotified(pending.object, lane)
    case .eventWake, .eventWait: isSet(pending.object, for: lane)
    case .barrierWait: isReady(barrier: pending.object)
    case .barrierPass: isOpen(pending.object, for: lane)
    default: true
    }
  }

  /// What a lane needs that waits at a semaphore, condition, event or barrier. A unit may be given
  /// back, a condition notified, an event set, a barrier come to or broken by anyone.
  func needOfCoordination(_ blocker: Blocker, _ lane: LaneIndex) -> Need {
    switch blocker {
    case .semaphore(let id): return hasUnit(id) ? .nothing : .anyone
    case .condition(let id): return isNotified(id, lane) ? .nothing : .anyone
    case .event(let id): return isSet(id, for: lane) ? .nothing : .anyone
    case .barrier(let id):
      if isOpen(id, for: lane) { return .nothing }
      guard case .barrier(let barrier)? = object(id)?.content, let acting = barrier.acting else {
        return .anyone
      }
      return .lane(acting)
    default: return .nothing
    }
  }
}

extension Blocker {
  /// The semaphore, condition, event or barrier that is waited at.
  var coordinationObject: ObjectID? {
    switch self {
    case .semaphore(let id), .condition(let id), .event(let id), .barrier(let id): id
    default: nil
    }
  }
}
