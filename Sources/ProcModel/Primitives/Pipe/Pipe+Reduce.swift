extension World {
  /// Items are counted and done with; ends of pipes are closed.
  mutating func applyTasksAndEnds(
    _ kind: QueueEvent, _ event: Event, _ lane: LaneIndex, _ queue: Int, _ change: inout WorldChange
  ) {
    switch kind {
    case .taskDone:
      countTasks(queue, event.value)
      resume(lane)
    case .joinWait:
      countTasks(queue, event.value)
      standInLine(lane, queue) { $0.withQueue { $0.joiners.append(lane) } }
      setActivity(lane, .blocked(.tasks(event.object)))
      change.mayBlock = true
    case .joinDone:
      countTasks(queue, 0)
      resume(lane)
    case .close:
      close(queue, UInt64(bitPattern: event.value), processLane(of: lane))
      resume(lane)
      change.mayBlock = true
    case .poll, .put, .get, .putWait, .getWait, .putTimeout, .getTimeout: resume(lane)
    }
  }

  private mutating func countTasks(_ queue: Int, _ unfinished: Int64) {
    withQueue(queue) {
      $0.countsTasks = true
      $0.unfinished = unfinished
    }
  }

  /// A process says which ends of a pipe it has.
  mutating func openEnds(_ key: ObjectKey, _ event: Event, _ actor: LaneIndex?) {
    guard let index = objectOfKey[key], case .queue = objects[index].content, let actor else {
      return
    }
    let lane = processLane(of: actor)
    if objects[index].kind == .pipe, !pipes.contains(index) { pipes.append(index) }
    guard !lanes[lane].hasEnded else { return }
    let possible = unsettled
    withQueue(index) {
      if $0.ends == nil { $0.ends = PipeEnds(possible: possible) }
      if event.extra & PipeEnds.reader != 0 { $0.ends?.readers.insert(lane) }
      if event.extra & PipeEnds.writer != 0 { $0.ends?.writers.insert(lane) }
    }
  }

  /// A child has what its parent had (fork), or was given some of it (spawn).
  mutating func inheritEnds(_ child: LaneIndex, _ method: StartMethod) {
    guard method != .thread, !pipes.isEmpty, let parent = lanes[child].parent else { return }
    let lane = processLane(of: parent)
    if method == .spawn { unsettled.insert(child) }
    changeEnds { ends in
      if method == .spawn {
        ends.possible.insert(child)
      } else {
        if ends.readers.contains(lane) { ends.readers.insert(child) }
        if ends.writers.contains(lane) { ends.writers.insert(child) }
      }
    }
  }

  /// A spawned process that does anything else than beginning and unpacking its arguments has no
  /// further ends.
  mutating func settleEnds(of lane: LaneIndex, _ event: Event) {
    guard !unsettled.isEmpty, event.kind != .processBegin, event.kind != .objectDefine,
      PendingOperation(event).kind != .processBegin || event.kind != .gateWait,
      unsettled.remove(lane) != nil
    else { return }
    changeEnds { $0.possible.remove(lane) }
  }

  /// A process has ended, and with it its ends.
  mutating func closeEnds(of lane: LaneIndex) {
    unsettled.remove(lane)
    changeEnds { ends in
      let (wasBroken, wasEnded) = (ends.isBroken, ends.isEnded)
      ends.readers.remove(lane)
      ends.writers.remove(lane)
      ends.possible.remove(lane)
      if ends.isBroken, !wasBroken { ends.lastReader = lane }
      if ends.isEnded, !wasEnded { ends.lastWriter = lane }
    }
  }

  /// The pipes that nobody can use at one end any more since this lane has ended.
  public func pipesLeft(by lane: LaneIndex) -> [ObjectID] {
    pipes.filter { pipe in
      guard case .queue(let queue) = objects[pipe].content, let ends = queue.ends else {
        return false
      }
      return ends.lastReader == lane || ends.lastWriter == lane
    }.map { objects[$0].id }
  }

  private mutating func close(_ pipe: Int, _ side: UInt64, _ lane: LaneIndex) {
    withQueue(pipe) {
      if side & PipeEnds.reader != 0 { $0.ends?.readers.remove(lane) }
      if side & PipeEnds.writer != 0 { $0.ends?.writers.remove(lane) }
    }
  }

  private mutating func changeEnds(_ body: (inout PipeEnds) -> Void) {
    for pipe in pipes {
      withQueue(pipe) { state in
        guard var ends = state.ends else { return }
        body(&ends)
        state.ends = ends
      }
    }
  }

  /// The lane of the process that a lane is a thread of; itself, if it is no thread.
  func processLane(of lane: LaneIndex) -> LaneIndex {
    if lanes[lane].tid == 0 { return lane }
    return self.lane(pid: lanes[lane].pid) ?? lane
  }
}
