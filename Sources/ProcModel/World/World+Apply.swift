extension World {
  /// Takes the next event of the trace.
  ///
  /// Events whose time lies before that of the event before count as happening at the same time;
  /// ``Trace/append(_:)`` sees to that.
  mutating func apply(_ event: Event) -> WorldChange {
    if eventCount == 0 { startTime = event.time }
    now = event.time
    defer { eventCount += 1 }
    var change = WorldChange()
    if event.isObserved {
      change.actor = laneOfThread[ThreadKey(pid: event.pid, tid: event.tid)]
    } else if let actor = actor(of: event) {
      change.actor = actor
      settleEnds(of: actor, event)
      count(event, of: actor)
      change.waited = leaveLine(actor, event)
    }
    dispatch(event, &change)
    return change
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
    objects[object].content.leaveLine(lane)
  }

  /// Takes its place among those who wait for `object`, unless it stands there already.
  ///
  /// - Parameter join: puts the lane into the line.
  mutating func standInLine(
    _ lane: LaneIndex, _ object: Int, _ join: (inout ObjectState.Content) -> Void
  ) {
    guard lanes[lane].queuedIn != object else { return }
    lanes[lane].queuedIn = object
    join(&objects[object].content)
  }
}

extension Event {
  /// Whether the viewer saw it from outside; see ``Flags/observed``.
  public var isObserved: Bool { flags.contains(.observed) }

  /// The time limit of a waiting event, in nanoseconds; nil for none.
  var timeLimit: UInt64? { extra == Event.noTimeout ? nil : extra }
}
