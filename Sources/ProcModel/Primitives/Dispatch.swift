// What is asked of every primitive: each question in one place, and one line for each primitive. What
// a primitive answers is in its folder.

extension World {
  /// Hands an event to its primitive.
  mutating func dispatch(_ event: Event, _ change: inout WorldChange) {
    switch event.kind.primitive {
    case .process(let kind): applyProcess(kind, event, &change)
    case .lock(let kind): applyLock(kind, event, &change)
    case .rwlock(let kind): applyRWLock(kind, event, &change)
    case .queue(let kind): applyQueue(kind, event, &change)
    case .value(let kind): applyValue(kind, event, &change)
    case .manager(let kind): applyManager(kind, event, &change)
    case .pool(let kind): applyPool(kind, event, &change)
    case .semaphore(let kind): applySemaphore(kind, event, &change)
    case .event(let kind): applyEvent(kind, event, &change)
    case .condition(let kind): applyCondition(kind, event, &change)
    case .barrier(let kind): applyBarrier(kind, event, &change)
    case .sleep(let kind): applySleep(kind, event, &change)
    case .console(let kind): applyConsole(kind, event, &change)
    case .wire(.define): define(event, change.actor)
    case .wire(.gate): applyGate(event, &change)
    case .unknown:
      unknownCount += 1
      if !event.isObserved { resume(change.actor) }
    }
  }

  /// Whether an operation before which a lane is held could happen now: the lock is free or is the
  /// lane's own rlock, the queue has an item or room, the child has ended, the result is there, the
  /// semaphore has a unit, the lane was notified, the event is set, all have come to the barrier.
  /// Operations that never wait always can.
  public func canHappen(_ pending: PendingOperation, by lane: LaneIndex) -> Bool {
    switch pending.kind.primitive {
    case .process(let kind): canHappen(kind, pending)
    case .lock(let kind): canHappen(kind, pending, by: lane)
    case .rwlock(let kind): canHappen(kind, pending, by: lane)
    case .queue(let kind): canHappen(kind, pending, by: lane)
    case .manager(let kind): canHappen(kind, pending)
    case .pool(let kind): canHappen(kind, pending, by: lane)
    case .semaphore(let kind): canHappen(kind, pending)
    case .event(let kind): canHappen(kind, pending, by: lane)
    case .condition(let kind): canHappen(kind, pending, by: lane)
    case .barrier(let kind): canHappen(kind, pending, by: lane)
    case .value, .sleep, .console, .wire, .unknown: true
    }
  }

  /// What a lane will do when it is let go before an operation that cannot happen; nil: what it does
  /// now.
  func blockedActivity(before pending: PendingOperation, by lane: LaneIndex) -> Activity? {
    switch pending.kind.primitive {
    case .process(let kind): wait(kind, pending)
    case .lock(let kind): wait(kind, pending)
    case .rwlock(let kind): wait(kind, pending)
    case .queue(let kind): wait(kind, pending)
    case .pool(let kind): wait(kind, pending, by: lane)
    case .semaphore(let kind): wait(kind, pending)
    case .event(let kind): wait(kind, pending)
    case .condition(let kind): wait(kind, pending)
    case .barrier(let kind): wait(kind, pending)
    case .value, .manager, .sleep, .console, .wire, .unknown: nil
    }
  }

  /// What keeps an operation from happening, `, which is empty`; nothing where it can happen.
  func obstacle(to pending: PendingOperation, by lane: LaneIndex?) -> Localized {
    let nothing = Localized(verbatim: "")
    return switch pending.kind.primitive {
    case .process(let kind): obstacle(kind, pending)
    case .lock(let kind): obstacle(kind, pending, by: lane)
    case .rwlock(let kind): obstacle(kind, pending, by: lane)
    case .queue(let kind): obstacle(kind, pending, by: lane)
    case .manager(let kind): obstacle(kind, pending)
    case .pool(let kind): obstacle(kind, pending)
    case .semaphore(let kind): lane == nil ? nothing : obstacle(kind, pending)
    case .event(let kind): lane.map { obstacle(kind, pending, by: $0) } ?? nothing
    case .condition(let kind): lane.map { obstacle(kind, pending, by: $0) } ?? nothing
    case .barrier(let kind): lane.map { obstacle(kind, pending, by: $0) } ?? nothing
    case .value, .sleep, .console, .wire, .unknown: nothing
    }
  }
}

extension Explainer {
  /// What an event is.
  var sentence: Localized {
    switch event.kind.primitive {
    case .process(let kind): sentence(kind)
    case .lock(let kind): sentence(kind)
    case .rwlock(let kind): sentence(kind)
    case .queue(let kind): sentence(kind)
    case .value(let kind): sentence(kind)
    case .manager(let kind): sentence(kind)
    case .pool(let kind): sentence(kind)
    case .semaphore(let kind): sentence(kind)
    case .event(let kind): sentence(kind)
    case .condition(let kind): sentence(kind)
    case .barrier(let kind): sentence(kind)
    case .sleep(let kind): sentence(kind)
    case .console(let kind): sentence(kind)
    case .wire(let kind): sentence(kind)
    case .unknown: unknownSentence
    }
  }
}

extension EventJSON {
  /// The fields of an event, after its name.
  static func fields(_ event: Event, _ world: World, _ json: inout JSONWriter) {
    switch event.kind.primitive {
    case .process(let kind): return fields(kind, event, world, &json)
    case .console(let kind): return fields(kind, event, &json)
    case .sleep: return sleepFields(event, &json)
    case .wire(let kind): return fields(kind, event, world, &json)
    case .manager(.ready): return child(event, world, &json)
    case .unknown: return unknownFields(event, world, &json)
    case .lock, .rwlock, .queue, .value, .manager, .pool, .semaphore, .event, .condition, .barrier:
      object(event, world, &json)
    }
    switch event.kind.primitive {
    case .lock(let kind): fields(kind, event, &json)
    case .rwlock(let kind): fields(kind, event, &json)
    case .queue(let kind): fields(kind, event, &json)
    case .value(let kind): fields(kind, event, world, &json)
    case .manager(let kind): fields(kind, event, &json)
    case .pool(let kind): fields(kind, event, &json)
    case .semaphore(let kind): fields(kind, event, &json)
    case .event(let kind): fields(kind, event, &json)
    case .condition(let kind): fields(kind, event, world, &json)
    case .barrier(let kind): fields(kind, event, &json)
    case .process, .sleep, .console, .wire, .unknown: break
    }
  }
}

extension HappensBefore {
  /// Takes an event that is no access to a value; `world` is the world after it.
  mutating func note(_ event: Event, _ change: WorldChange, _ world: World) {
    guard let lane = change.actor else { return }
    switch event.kind.primitive {
    case .process(let kind): note(kind, event, lane, change, world)
    case .lock, .rwlock: note(change.lock, lane, change)
    case .queue(let kind): note(kind, event, lane, change, world)
    case .manager(let kind): note(kind, event, lane)
    case .pool(let kind): note(kind, event, lane, change)
    case .semaphore(let kind): note(kind, event, lane, world)
    case .event(let kind): note(kind, event, lane)
    case .condition(let kind): note(kind, event, lane)
    case .barrier(let kind): note(kind, event, lane)
    // Values are what is ordered; the rest is nobody else's business, or not known.
    case .value, .sleep, .console, .wire, .unknown: break
    }
  }
}
