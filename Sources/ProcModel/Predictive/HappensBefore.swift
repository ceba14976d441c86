/// What happened before what, by all that orders processes: each lane's own order, start and end,
/// locks, queues and whatever else hands something over. Sleeping, printing and the mutex that every
/// shared value has for its own sake order nothing.
struct HappensBefore: Sendable {
  private(set) var clocks = LaneClocks()
  /// The latest releases of each lock, by its place in ``World/objects``.
  private var locks: [LockReleases] = []
  /// Items of queues and tasks of pools that are under way, by their place in ``World/objects``.
  private var lines: [ParcelLine] = []
  /// Requests to managers that are under way.
  private var requests = FewEntries<RequestKey, Stamp>()
  /// What was given to objects that anybody can take from: semaphores, events, conditions, the tasks
  /// of a joinable queue.
  private var common: [ObjectID: GatheredClock] = [:]
  /// Arrivals at barriers, by generation.
  private var arrivals: [Parcel: GatheredClock] = [:]
  private var hasThreads = false

  /// Who has given a lock back: the last one who held it alone, and those who have shared it since.
  private struct LockReleases: Sendable {
    var alone: Stamp?
    var shared: GatheredClock?
  }

  /// A numbered thing that is handed over.
  struct Parcel: Hashable, Sendable {
    let object: ObjectID
    let number: UInt64
  }

  /// Gives every lane that has come into being a clock. A child knows what its parent did before.
  @inline(__always)
  mutating func admit(_ world: World) {
    if clocks.count < world.lanes.count { admitNew(world) }
  }

  private mutating func admitNew(_ world: World) {
    for lane in clocks.count..<world.lanes.count {
      if world.lanes[lane].isThread { hasThreads = true }
      let parent = world.lanes[lane].parent
      clocks.addLane(isStranger: parent == nil && lane > 0)
      if let parent, parent < lane { clocks.take(lane, clocks.give(parent), isFirm: true) }
    }
  }
}

extension HappensBefore {
  /// A child's end is before whatever its parent does when it knows of it.
  mutating func note(
    _ kind: ProcessEvent, _ event: Event, _ lane: LaneIndex, _ change: WorldChange, _ world: World
  ) {
    guard let other = change.subject, other != lane else { return }
    switch kind {
    case .start: clocks.take(other, clocks.give(lane), isFirm: true)
    case .joinDone: if !event.flags.contains(.timedOut) { takeEnd(of: other, lane, world) }
    case .poll: if event.value == 0 { takeEnd(of: other, lane, world) }
    case .reap: takeEnd(of: other, lane, world)
    case .begin, .exit, .error, .idle, .signal, .joinWait: break
    }
  }

  private mutating func takeEnd(of child: LaneIndex, _ lane: LaneIndex, _ world: World) {
    clocks.take(lane, clocks.give(child), isFirm: true)
    guard hasThreads, world.lanes[child].tid == 0, world.lanes[child].hasBegun else { return }
    // With a process, its threads end.
    for thread in world.lanes.indices where thread != child && thread != lane {
      guard world.lanes[thread].pid == world.lanes[child].pid else { continue }
      clocks.take(lane, clocks.give(thread), isFirm: true)
    }
  }

  /// Whoever comes to the end of a pipe knows who has closed it; those who ended without a word are
  /// all who have ended.
  private mutating func seeEnd(_ event: Event, _ lane: LaneIndex, _ world: World) {
    takeFromAll(event, lane)
    for other in world.lanes.indices where other != lane && world.lanes[other].hasEnded {
      clocks.take(lane, clocks.give(other), isFirm: true)
    }
  }

  /// Whoever takes a lock knows what those did who held it before, as far as they kept him out.
  mutating func note(_ step: WorldChange.LockStep?, _ lane: LaneIndex, _ change: WorldChange) {
    guard let step, let place = change.place else { return }
    if case .awaited = step { return }
    while locks.count <= place { locks.append(LockReleases()) }
    switch step {
    case .awaited: break
    case .given(isShared: false):
      locks[place] = LockReleases(alone: clocks.give(lane, isFirm: false))
    case .given(isShared: true):
      let stamp = clocks.give(lane, isFirm: false)
      locks[place].shared = locks[place].shared ?? GatheredClock()
      locks[place].shared?.add(stamp)
    case .taken(let isShared):
      if let dead = change.deadOwner { clocks.take(lane, clocks.give(dead), isFirm: false) }
      if let stamp = locks[place].alone { clocks.take(lane, stamp, isFirm: false) }
      if !isShared, let all = locks[place].shared { clocks.take(lane, all, isFirm: false) }
    }
  }

  /// An item brings with it what its giver did before. Where room is scarce, a get makes room for
  /// a put.
  mutating func note(
    _ kind: QueueEvent, _ event: Event, _ lane: LaneIndex, _ change: WorldChange, _ world: World
  ) {
    let isLimited = change.place.map { world.isLimited($0) } ?? false
    switch kind {
    case .put:
      if isLimited, let place = change.place, place < lines.count, let room = lines[place].room {
        clocks.take(lane, room, isFirm: false)
      }
      give(event, lane, change)
    case .get:
      if let place = change.place, place < lines.count {
        take(lines[place].take(event.extra), orForgottenIn: place, lane)
      }
      if isLimited, let place = change.place { makeRoom(place, lane) }
    // What is done is kept apart from the room that a get makes.
    case .taskDone: arrivals[.done(event.object), default: .init()].add(clocks.give(lane))
    case .joinDone:
      if let done = arrivals[.done(event.object)] { clocks.take(lane, done, isFirm: true) }
    case .close: giveToAll(event, lane)
    case .getTimeout, .putTimeout: if event.isAtTheEnd { seeEnd(event, lane, world) }
    case .getWait, .putWait, .joinWait, .poll: break
    }
  }

  /// A worker knows what its submitter did, and who has the result what its worker did.
  mutating func note(
    _ kind: PoolEvent, _ event: Event, _ lane: LaneIndex, _ change: WorldChange
  ) {
    switch kind {
    case .submit, .end: give(event, lane, change)
    case .begin, .result:
      guard let place = change.place, place < lines.count else { return }
      take(lines[place].stamp(of: event.extra), orForgottenIn: place, lane)
    case .wait, .shutdown: break
    }
  }

  private mutating func give(_ event: Event, _ lane: LaneIndex, _ change: WorldChange) {
    guard let place = change.place else { return }
    while lines.count <= place { lines.append(ParcelLine()) }
    lines[place].give(event.extra, clocks.give(lane))
  }

  private mutating func makeRoom(_ place: Int, _ lane: LaneIndex) {
    while lines.count <= place { lines.append(ParcelLine()) }
    lines[place].room = lines[place].room ?? GatheredClock()
    lines[place].room?.add(clocks.give(lane))
  }

  private mutating func take(_ stamp: Stamp?, orForgottenIn place: Int, _ lane: LaneIndex) {
    if let stamp {
      clocks.take(lane, stamp, isFirm: true)
    } else if let gathered = lines[place].forgotten {
      clocks.take(lane, gathered, isFirm: true)
    }
  }

  /// The server knows what its client did, and the client what the server did for it.
  mutating func note(_ kind: ManagerEvent, _ event: Event, _ lane: LaneIndex) {
    let request = RequestKey(event)
    switch kind {
    case .request: break
    case .serve, .set, .get: takeAnswer(request, lane)
    case .ready: return
    }
    if kind == .request || kind == .serve { requests[request] = clocks.give(lane) }
  }

  private mutating func takeAnswer(_ request: RequestKey, _ lane: LaneIndex) {
    if let stamp = requests.removeValue(forKey: request) {
      clocks.take(lane, stamp, isFirm: true)
    }
  }

  /// A semaphore that counts from 0 is a signal; from more, it may be had without anybody's doing.
  mutating func note(
    _ kind: SemaphoreEvent, _ event: Event, _ lane: LaneIndex, _ world: World
  ) {
    switch kind {
    case .release: giveToAll(event, lane)
    case .acquire:
      guard let given = common[event.object] else { return }
      let isSignal = world.object(event.object)?.capacity == 0
      clocks.take(lane, given, isFirm: isSignal)
    case .wait, .timeout: break
    }
  }

  mutating func note(_ kind: ConditionEvent, _ event: Event, _ lane: LaneIndex) {
    switch kind {
    case .notify: giveToAll(event, lane)
    case .wake: takeFromAll(event, lane)
    case .wait, .timeout: break
    }
  }

  mutating func note(_ kind: FlagEvent, _ event: Event, _ lane: LaneIndex) {
    switch kind {
    case .set: giveToAll(event, lane)
    case .wake: takeFromAll(event, lane)
    case .poll: if event.value != 0 { takeFromAll(event, lane) }
    case .wait, .clear, .timeout: break
    }
  }

  private mutating func giveToAll(_ event: Event, _ lane: LaneIndex) {
    common[event.object, default: GatheredClock()].add(clocks.give(lane))
  }

  private mutating func takeFromAll(_ event: Event, _ lane: LaneIndex) {
    if let given = common[event.object] { clocks.take(lane, given, isFirm: true) }
  }

  /// Who passes a barrier knows what all did who arrived. The last to arrive may say no more than
  /// that it has passed.
  mutating func note(_ kind: BarrierEvent, _ event: Event, _ lane: LaneIndex) {
    switch kind {
    case .pass where event.flags.contains(.broken): takeFromAll(event, lane)
    case .wait, .pass: arriveOrPass(event, lane)
    case .abort, .reset, .timeout: giveToAll(event, lane)
    }
  }

  private mutating func arriveOrPass(_ event: Event, _ lane: LaneIndex) {
    let arrival = Parcel(object: event.object, number: event.extra)
    arrivals[arrival, default: GatheredClock()].add(clocks.give(lane))
    guard event.kind == .barrierPass else {
      // Nobody passes a generation any more when the next but one arrives.
      arrivals[Parcel(object: event.object, number: event.extra &- 2)] = nil
      return
    }
    if let all = arrivals[arrival] { clocks.take(lane, all, isFirm: true) }
  }
}

extension World {
  /// Whether an object is a queue that holds only so many items. (A pipe's capacity says which ends
  /// of it are open.) The object itself is not copied.
  @inline(__always)
  fileprivate func isLimited(_ place: Int) -> Bool {
    objects[place].kind == .queue && objects[place].capacity > 0
  }
}

extension HappensBefore.Parcel {
  /// Where finished tasks of a joinable queue are gathered.
  fileprivate static func done(_ queue: ObjectID) -> Self { .init(object: queue, number: .max) }
}
