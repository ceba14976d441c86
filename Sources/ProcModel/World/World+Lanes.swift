extension World {
  /// The lane that reports `event`; one that was never introduced is made up.
  mutating func actor(of event: Event) -> LaneIndex? {
    let key = ThreadKey(pid: event.pid, tid: event.tid)
    if event.kind == .processBegin { return begin(event, key) }
    if event.kind == .gateWait, let lane = aboutToBegin(event) {
      bind(lane, key)
      return lane
    }
    if let lane = laneOfThread.find(key) { return lane }
    // Whoever reports another's end or output may be no part of the run.
    if event.kind == .processReap || event.kind == .output { return nil }
    return unknownLane(key)
  }

  /// The lane of a process that is held before it begins: the first that it reports of itself.
  private func aboutToBegin(_ event: Event) -> LaneIndex? {
    guard PendingOperation(event).kind == .processBegin, let lane = laneOfProcess[event.object],
      !lanes[lane].hasBegun
    else { return nil }
    return lane
  }

  /// The lane of a process that reports for the first time: that which its parent announced, or a
  /// new one.
  private mutating func begin(_ event: Event, _ key: ThreadKey) -> LaneIndex {
    let lane: LaneIndex
    if let known = laneOfProcess[event.object], !lanes[known].hasBegun || laneOfThread[key] == known
    {
      lane = known
    } else if let known = laneOfThread[key], lanes[known].id == .none, !lanes[known].hasEnded {
      lane = known
    } else {
      lane = addLane(id: event.object, name: event.text, method: StartMethod(rawValue: event.value))
      setActivity(lane, .running)
    }
    identify(lane, event, key)
    return lane
  }

  private mutating func identify(_ lane: LaneIndex, _ event: Event, _ key: ThreadKey) {
    bind(lane, key)
    if event.object != .none { laneOfProcess[event.object] = lane }
    lanes[lane].id = event.object
    if !event.text.isEmpty { lanes[lane].name = event.text }
    if lanes[lane].parent == nil, event.value >= 0, let pid = Int32(exactly: event.extra),
      let parent = laneOfThread[ThreadKey(pid: pid, tid: 0)], parent != lane
    {
      lanes[lane].parent = parent
    }
  }

  /// A lane for a process that nobody has introduced.
  private mutating func unknownLane(_ key: ThreadKey) -> LaneIndex {
    let name = key.tid == 0 ? "pid \(key.pid)" : "pid \(key.pid)/\(key.tid)"
    let lane = addLane(id: .none, name: name, method: key.tid == 0 ? nil : .thread)
    bind(lane, key)
    if key.tid != 0 { lanes[lane].parent = laneOfThread[ThreadKey(pid: key.pid, tid: 0)] }
    setActivity(lane, .running)
    return lane
  }

  /// From now on, events of `key` are this lane's.
  private mutating func bind(_ lane: LaneIndex, _ key: ThreadKey) {
    let isNew = laneOfThread[key] != lane
    laneOfThread[key] = lane
    lanes[lane].pid = key.pid
    lanes[lane].tid = key.tid
    if isNew, key.tid != 0 { threadsOfProcess[key.pid, default: []].append(lane) }
  }

  /// A new lane that is starting.
  mutating func addLane(id: ObjectID, name: String, method: StartMethod?) -> LaneIndex {
    let lane = lanes.count
    var state = LaneState(id: id, name: name)
    state.method = method
    state.since = now
    state.startedSeq = eventCount
    lanes.append(state)
    freeCount += 1
    if id != .none { laneOfProcess[id] = lane }
    return lane
  }

  /// Sets what a lane does, unless it has ended.
  mutating func setActivity(_ lane: LaneIndex, _ activity: Activity, limit: UInt64? = nil) {
    guard !lanes[lane].hasEnded else { return }
    let wasFree = lanes[lane].isFree
    let wasHeld = lanes[lane].isHeld
    lanes[lane].timeLimit = limit
    if lanes[lane].activity != activity {
      lanes[lane].activity = activity
      lanes[lane].since = now
      lanes[lane].sinceSeq = eventCount
    }
    let isFree = lanes[lane].isFree
    if isFree != wasFree { freeCount += isFree ? 1 : -1 }
    let isHeld = lanes[lane].isHeld
    if isHeld != wasHeld { heldCount += isHeld ? 1 : -1 }
  }

  /// A lane goes on with what it does between operations: its own code, or, for a server or a
  /// worker without a task, nothing. One that was told to end is not idle any more.
  mutating func resume(_ lane: LaneIndex?) {
    guard let lane else { return }
    let isIdle =
      lanes[lane].serves != nil && lanes[lane].task == nil
      && !closing.contains(lanes[lane].servesObject)
    setActivity(lane, isIdle ? .idle : .running)
  }

  /// A lane has ended; with a process, all of its threads.
  mutating func end(_ lane: LaneIndex, _ status: ExitStatus, _ change: inout WorldChange) {
    if lanes[lane].hasEnded {
      // Whoever reaps knows better than the process's own last words.
      if status != .unknown { lanes[lane].activity = .ended(status) }
      return
    }
    change.ended = true
    retire(lane, status)
    if lanes[lane].tid == 0 { closeEnds(of: lane) }
    guard lanes[lane].tid == 0, lanes[lane].hasBegun else { return }
    let threads = threadsOfProcess.removeValue(forKey: lanes[lane].pid) ?? []
    for thread in threads where lanes[thread].pid == lanes[lane].pid && !lanes[thread].hasEnded {
      retire(thread, .unknown)
      change.sweeps = true
    }
  }

  private mutating func retire(_ lane: LaneIndex, _ status: ExitStatus) {
    setActivity(lane, .ended(status))
    abandonCoordination(lane)
    leaveLine(lane)
  }
}
