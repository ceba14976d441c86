extension World {
  /// Takes the next event of the trace.
  ///
  /// Events whose time lies before that of the event before count as happening at the same time;
  /// ``Trace/append(_:)`` sees to that.
  mutating func apply(_ event: Event) -> Effect {
    if eventCount == 0 { startTime = event.time }
    now = event.time
    defer { eventCount += 1 }
    var effect = Effect()
    if event.isObserved {
      effect.actor = laneOfThread[ThreadKey(pid: event.pid, tid: event.tid)]
    } else if let actor = actor(of: event) {
      effect.actor = actor
      settleEnds(of: actor, event)
      count(event, of: actor)
      effect.waited = leaveLine(actor, event)
    }
    dispatch(event, &effect)
    return effect
  }

  private mutating func dispatch(_ event: Event, _ effect: inout Effect) {
    switch event.kind {
    case .processStart, .processBegin, .processExit, .processReap, .processError, .processIdle,
      .processSignal:
      applyProcess(event, &effect)
    case .joinWait, .joinDone, .poll: applyJoin(event, &effect)
    case .lockWait, .lockAcquire, .lockRelease, .lockTimeout: applyLock(event, &effect)
    case .queuePut, .queueGet, .queuePutWait, .queueGetWait, .queuePutTimeout, .queueGetTimeout:
      applyQueue(event, &effect)
    case .valueRead, .valueWrite, .memory, .expect: applyValue(event, &effect)
    case .dictSet, .dictGet, .managerRequest, .managerServe: applyManager(event, &effect)
    case .taskSubmit, .taskBegin, .taskEnd, .taskWait, .taskResult: applyPool(event, &effect)
    case .semaphoreWait, .semaphoreAcquire, .semaphoreRelease, .semaphoreTimeout, .conditionWait,
      .conditionWake, .conditionNotify, .conditionTimeout, .eventWait, .eventWake, .eventSet,
      .eventClear, .eventPoll, .eventTimeout, .barrierWait, .barrierPass, .barrierTimeout,
      .barrierAbort, .barrierReset:
      applyCoordination(event, &effect)
    case .managerReady:
      resume(effect.actor)
    case .queuePoll, .queueTaskDone, .queueJoinWait, .queueJoinDone, .pipeClose:
      applyTasksAndEnds(event, &effect)
    case .shutdown: applyShutdown(event, &effect)
    case .sleepBegin, .sleepEnd, .inputWait, .inputRead, .output, .note: applyOther(event, &effect)
    case .objectDefine: define(event, effect.actor)
    case .gateWait: applyGate(event, &effect)
    case .unknown:
      unknownCount += 1
      if !event.isObserved { resume(effect.actor) }
    }
  }

  /// Checks the running number of an event against those of its lane. A gap is loss; a number that
  /// goes back is a repetition, or another process that has got an old pid, and counts for nothing.
  private mutating func count(_ event: Event, of lane: LaneIndex) {
    let gap = Int32(bitPattern: event.number &- lanes[lane].nextNumber)
    if gap > 0 { lostCount &+= Int(gap) }
    if gap >= 0 { lanes[lane].nextNumber = event.number &+ 1 }
  }

  /// A lane that reports something else than that it still waits stands in no line any more.
  /// Gives back the object in whose line it stood.
  private mutating func leaveLine(_ lane: LaneIndex, _ event: Event) -> ObjectID {
    guard let object = lanes[lane].queuedIn, event.kind != .gateWait else { return .none }
    let id = objects[object].id
    if event.kind.isWaitInLine, id == event.object { return .none }
    if conditionGivingUp(lane, event) != nil { return .none }
    leaveLine(lane)
    return id
  }

  /// Takes a lane out of the line in which it stands, if any.
  mutating func leaveLine(_ lane: LaneIndex) {
    guard let object = lanes[lane].queuedIn else { return }
    lanes[lane].queuedIn = nil
    withLock(object) { $0.waiters.removeAll { $0 == lane } }
    withQueue(object) {
      $0.getters.removeAll { $0 == lane }
      $0.putters.removeAll { $0 == lane }
      $0.joiners.removeAll { $0 == lane }
    }
    leaveCoordination(lane, object)
  }

  /// Takes its place among those who wait for `object`, unless it stands there already.
  mutating func standInLine(_ lane: LaneIndex, _ object: Int, _ line: Line) {
    guard lanes[lane].queuedIn != object else { return }
    lanes[lane].queuedIn = object
    switch line {
    case .lock:
      withLock(object) {
        $0.waiters.append(lane)
        $0.contentions += 1
      }
    case .get: withQueue(object) { $0.getters.append(lane) }
    case .put: withQueue(object) { $0.putters.append(lane) }
    case .semaphore:
      withSemaphore(object) {
        $0.waiters.append(lane)
        $0.contentions += 1
      }
    case .event: withEvent(object) { $0.waiters.append(lane) }
    case .condition: withCondition(object) { $0.waiters.append(lane) }
    case .tasks: withQueue(object) { $0.joiners.append(lane) }
    }
  }

  /// Where lanes wait in turn.
  enum Line { case lock, get, put, tasks, semaphore, event, condition }
}

extension EventKind {
  /// Whether a lane that reports it stands in line at an object.
  var isWaitInLine: Bool {
    switch self {
    case .lockWait, .queueGetWait, .queuePutWait, .queueJoinWait, .semaphoreWait, .conditionWait,
      .eventWait, .barrierWait:
      true
    default: false
    }
  }
}

extension Event {
  /// Whether the viewer saw it from outside; see ``Flags/observed``.
  public var isObserved: Bool { flags.contains(.observed) }

  /// The time limit of a waiting event, in nanoseconds; nil for none.
  var timeLimit: UInt64? { extra == Event.noTimeout ? nil : extra }
}
