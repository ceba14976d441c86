extension World {
  /// Tasks are submitted to pools, worked on and waited for.
  mutating func applyPool(_ kind: PoolEvent, _ event: Event, _ change: inout WorldChange) {
    if kind == .shutdown { return applyShutdown(event, &change) }
    guard let lane = change.actor, let pool = objectIndex(event.object, .pool) else { return }
    change.place = pool
    switch kind {
    case .submit: submit(event, lane, pool)
    case .begin: beginTask(event, lane, pool, &change)
    case .end: endTask(event, lane, pool)
    case .wait:
      let blocker = Blocker.result(pool: event.object, task: event.extra)
      setActivity(lane, .blocked(blocker))
      lanes[lane].awaited = TaskReference(pool: event.object, serial: event.extra)
      change.mayBlock = true
      return
    case .result:
      lanes[lane].awaited = nil
      change.handover = result(event, lane, pool)
    case .shutdown: break
    }
    resume(lane)
  }

  /// A pool takes no more tasks, or a manager's server is told to end: its idle lanes have something
  /// to do, if only to end.
  private mutating func applyShutdown(_ event: Event, _ change: inout WorldChange) {
    resume(change.actor)
    if let pool = objectOfKey[ObjectKey(id: event.object, pid: 0)] {
      withPool(pool) { $0.isClosing = true }
    }
    guard event.object != .none else { return }
    closing.insert(event.object)
    for lane in lanes.indices
    where lanes[lane].servesObject == event.object && lanes[lane].activity == .idle {
      setActivity(lane, .running)
      change.woken.append(lane)
    }
  }

  private mutating func submit(_ event: Event, _ lane: LaneIndex, _ pool: Int) {
    let task = ObjectState.Task(
      serial: event.extra, text: event.text, stage: .pending, from: lane, submittedSeq: eventCount)
    var isNew = false
    withPool(pool) { isNew = $0.submit(task) }
    if isNew { pendingTasks += 1 }
  }

  private mutating func beginTask(
    _ event: Event, _ lane: LaneIndex, _ pool: Int, _ change: inout WorldChange
  ) {
    lanes[lane].task = TaskReference(pool: event.object, serial: event.extra)
    var begun: ObjectState.Task?
    withPool(pool) { begun = $0.begin(event.extra, lane) }
    guard let task = begun else { return }
    pendingTasks -= 1
    guard task.from != lane else { return }
    change.handover = .init(kind: .task, from: task.from, seq: task.submittedSeq)
  }

  private mutating func endTask(_ event: Event, _ lane: LaneIndex, _ pool: Int) {
    if lanes[lane].task == TaskReference(pool: event.object, serial: event.extra) {
      lanes[lane].task = nil
    }
    var wasPending = false
    let seq = eventCount
    withPool(pool) { wasPending = $0.end(event, lane, seq: seq) }
    if wasPending { pendingTasks -= 1 }
  }

  /// The worker gives its result to whoever waited for it.
  private func result(_ event: Event, _ lane: LaneIndex, _ pool: Int) -> WorldChange.Handover? {
    guard case .pool(let state) = objects[pool].content, let place = state.place(event.extra),
      case .ended(let worker?, _) = state.tasks[place].stage, worker != lane
    else { return nil }
    return .init(kind: .task, from: worker, seq: state.tasks[place].endSeq)
  }
}

extension ObjectState.PoolState {
  /// The place in ``tasks`` of the task with this serial number.
  func place(_ serial: UInt64) -> Int? {
    let place = serial &- 1 &- UInt64(forgotten)
    if place < UInt64(tasks.count), tasks[Int(place)].serial == serial { return Int(place) }
    return strays[serial]
  }

  /// Takes a new task; false where the serial number is known already.
  mutating func submit(_ task: ObjectState.Task) -> Bool {
    guard place(task.serial) == nil, task.serial > UInt64(forgotten) else { return false }
    if task.serial &- 1 != UInt64(forgotten + tasks.count) { strays[task.serial] = tasks.count }
    tasks.append(task)
    if tasks.count > 2 * Self.kept { forgetEnded() }
    return true
  }

  /// How many tasks are kept at least.
  private static let kept = 4096

  /// Leaves the oldest tasks out, if they have ended: of a pool that works for days, nobody asks for
  /// them any more.
  private mutating func forgetEnded() {
    let oldest = tasks.prefix(Self.kept)
    guard strays.isEmpty, oldest.allSatisfy(\.hasEnded) else { return }
    tasks.removeFirst(oldest.count)
    forgotten += Self.kept
  }

  /// A worker has begun a task; nil where no such task is waiting.
  mutating func begin(_ serial: UInt64, _ lane: LaneIndex) -> ObjectState.Task? {
    guard let place = place(serial), tasks[place].stage == .pending else { return nil }
    tasks[place].stage = .running(lane)
    running += 1
    peak = max(peak, running)
    return tasks[place]
  }

  /// A task has an outcome; true where nobody had begun it.
  mutating func end(_ event: Event, _ lane: LaneIndex, seq: Int) -> Bool {
    guard let place = place(event.extra) else { return false }
    let before = tasks[place].stage
    if case .ended = before { return false }
    tasks[place].stage = .ended(lane, outcome: event.detail)
    tasks[place].endSeq = seq
    ended += 1
    if before == .pending { return true }
    running -= 1
    return false
  }
}
