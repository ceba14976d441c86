/// Processes that failed, and locks whose owners died, unless who took them over has mended what was
/// half done.
struct EndFindings: Sendable {
  private var failures: [FailureGroup] = []
  private var deaths: [DeadOwner] = []
  private var badEnds: [BadEnd] = []
  private var words = LastWords()
  /// The lanes that a signal ended which nothing in the run explains, as far as it was known then.
  private(set) var killedFromOutside: [LaneIndex] = []
  /// The most of each kind that are told: a run in which more goes wrong is not better understood
  /// by more of it, and an absurd one may bring any number.
  private static let most = 256

  /// Processes that ended with the same error.
  private struct FailureGroup: Sendable {
    let failure: Failure
    var lanes: [LaneIndex]
    var seqs: [Int]
  }

  /// A lock that was held when its owner ended, and who took it over.
  private struct DeadOwner: Sendable {
    let lock: ObjectID
    let owner: LaneIndex
    var taker: LaneIndex?
    var seqs: [Int]
  }

  /// A process whose end is a finding, though it has reported no error.
  private struct BadEnd: Sendable {
    let lane: LaneIndex
    let seq: Int
  }

  /// Something was printed.
  mutating func noteOutput(_ event: Event) { words.note(event) }

  /// A lock was taken over from who had died, or given back mended.
  mutating func note(
    _ step: WorldChange.LockStep, _ event: Event, _ seq: Int, _ change: WorldChange
  ) {
    switch step {
    case .taken:
      guard event.flags.contains(.ownerDied), let lane = change.actor else { return }
      noteTakeover(event.object, from: change.deadOwner, to: lane, seq)
    case .given:
      guard event.flags.contains(.mended) else { return }
      deaths.removeAll { $0.lock == event.object && $0.taker != nil }
    case .awaited: break
    }
  }

  /// A lane says by which error it ends.
  mutating func noteFailure(_ event: Event, _ seq: Int, _ change: WorldChange) {
    guard let lane = change.actor else { return }
    noteFailure(Failure(type: event.detail, message: event.text), lane, seq)
  }

  private mutating func noteFailure(_ failure: Failure, _ lane: LaneIndex, _ seq: Int) {
    guard let place = failures.firstIndex(where: { $0.failure == failure }) else {
      guard failures.count < Self.most else { return }
      failures.append(FailureGroup(failure: failure, lanes: [lane], seqs: [seq]))
      return
    }
    guard !failures[place].lanes.contains(lane) else { return }
    failures[place].lanes.append(lane)
    failures[place].seqs.append(seq)
  }

  private mutating func noteTakeover(
    _ lock: ObjectID, from owner: LaneIndex?, to lane: LaneIndex, _ seq: Int
  ) {
    if let place = deaths.lastIndex(where: { $0.lock == lock && $0.taker == nil }) {
      deaths[place].taker = lane
      deaths[place].seqs.append(seq)
    } else if let owner, deaths.count < Self.most {
      deaths.append(DeadOwner(lock: lock, owner: owner, taker: lane, seqs: [seq]))
    }
  }

  /// Somebody has learned how a process ended. Whether anything explains it is asked now: later its
  /// parent will have ended, too.
  mutating func noteReap(of lane: LaneIndex, _ world: World) {
    guard world.wasKilledFromOutside(lane), !killedFromOutside.contains(lane) else { return }
    killedFromOutside.append(lane)
  }

  /// A lane has ended; with a process, its threads.
  mutating func laneEnded(_ lane: LaneIndex, _ seq: Int, _ change: WorldChange, _ world: World) {
    let pid = world.lanes[lane].pid
    let threads = change.sweeps ? world.lanes.indices.filter { world.lanes[$0].pid == pid } : []
    for owner in Set(threads + [lane]).sorted() where world.lanes[owner].hasEnded {
      for lock in world.lanes[owner].holding where isHarmful(lock, owner, world) {
        guard deaths.count < Self.most else { break }
        deaths.append(DeadOwner(lock: lock, owner: owner, taker: nil, seqs: [seq]))
      }
    }
    guard world.hasFailed(asMain: lane) || world.endedUnexpectedly(lane),
      badEnds.count < Self.most
    else { return }
    badEnds.append(BadEnd(lane: lane, seq: seq))
  }

  /// Who only shares a lock changes nothing that it guards: nothing is half done by its end. A daemon
  /// that is ended with its parent harms nobody unless somebody waits for its lock.
  private func isHarmful(_ lock: ObjectID, _ owner: LaneIndex, _ world: World) -> Bool {
    guard case .lock(let state)? = world.object(lock)?.content else {
      return !world.hasEndedAncestor(owner)
    }
    if state.holder(owner)?.isShared == true { return false }
    return !world.hasEndedAncestor(owner) || !state.waiters.isEmpty
  }

  /// What went wrong, but for ``consequences(_:)``.
  func findings(_ world: World) -> [Finding] {
    deaths.filter { !isConsequence($0, world) }.map { death($0, world) }
      + badEnds.map { ended($0, world) } + failures.map { failed($0, world) }
  }

  /// What only follows from a failure among ``findings(_:)``: who crashes has no time to give a lock
  /// back.
  func consequences(_ world: World) -> [Finding] {
    deaths.filter { isConsequence($0, world) }.map { death($0, world) }
  }

  /// Whether a lock's owner died of its own failure. Who was killed has not failed.
  private func isConsequence(_ death: DeadOwner, _ world: World) -> Bool {
    world.hasCrashed(death.owner) || failures.contains { $0.lanes.contains(death.owner) }
  }

  private func ended(_ end: BadEnd, _ world: World) -> Finding {
    let how = world.howItEnded(end.lane)
    let name = world.name(end.lane)
    var text = Localized(zh: "\(name) \(how.zh)", en: "\(name) \(how.en)")
    if world.wasKilled(end.lane), !world.hasCrashed(end.lane) {
      text = text + Localized(zh: "，信号来自这次运行之外。", en: ", from outside the run.")
    } else if let why = words.ofCrash(world.lanes[end.lane].pid) {
      text = text + Localized(zh: "：\(why)", en: ": \(why)")
    } else {
      text = text + Localized(zh: "。", en: ".")
    }
    return Finding(kind: .processFailed, text: text, processes: [name], seqs: [end.seq])
  }

  private func death(_ death: DeadOwner, _ world: World) -> Finding {
    let (owner, lock) = (world.name(death.owner), world.name(death.lock))
    let taker = death.taker.map { world.name($0) }
    let how = world.howItEnded(death.owner)
    var text = Localized(
      zh: "\(owner) \(how.zh)，当时还持有 \(lock)。", en: "\(owner) \(how.en) while it held \(lock).")
    if let taker {
      text =
        text
        + Localized(
          zh: "\(taker) 接管了这把锁；锁所保护的数据可能只改了一半。",
          en: " \(taker) took the lock over; what it protects may be half changed.")
    }
    return Finding(
      kind: .lockOwnerDied, text: text, processes: [owner] + (taker.map { [$0] } ?? []),
      objects: [lock], seqs: Set(death.seqs).sorted())
  }

  private func failed(_ group: FailureGroup, _ world: World) -> Finding {
    let lanes = group.lanes.sorted()
    let who = Phrases.list(world.names(lanes))
    let type = Sanitizer.line(group.failure.type)
    let message = Sanitizer.line(group.failure.message)
    let isMissing = group.failure.type == "MissingGlobal"
    let why = type.isEmpty || message.isEmpty ? type + message : "\(type): \(message)"
    let text =
      isMissing
      ? Localized(
        zh: "\(who.zh) 找不到父进程的全局变量（\(message)）：spawn 产生的子进程不带父进程的内存，要用的东西必须作为参数传给它。",
        en: "\(who.en) did not find a global of the parent (\(message)): a spawned child has "
          + "nothing of its parent's memory; what it needs must be passed as an argument.")
      : Localized(zh: "\(who.zh) 因错误而结束：\(why)", en: "\(who.en) failed: \(why)")
    return Finding(
      kind: isMissing ? .spawnMissingGlobal : .processFailed, text: text,
      processes: world.names(lanes), seqs: group.seqs)
  }
}

extension World {
  /// Whether the lane, or one that it descends from, lost its parent: then its end is a consequence.
  func hasEndedAncestor(_ lane: LaneIndex) -> Bool {
    var lane = lane
    // Parents may form a circle in an absurd trace; a chain is never longer than all lanes.
    for _ in lanes.indices {
      guard let parent = lanes[lane].parent else { return false }
      if lanes[parent].hasEnded { return true }
      lane = parent
    }
    return false
  }

  /// Whether a signal ended the lane that nobody of the run announced, and that did not come with
  /// the end of an ancestor or of the run.
  func endedUnexpectedly(_ lane: LaneIndex) -> Bool {
    guard case .ended(.signal) = lanes[lane].activity, lanes[lane].error == nil else {
      return false
    }
    return lanes[lane].announcedSignal == 0 && !hasEndedAncestor(lane) && !isClosing
  }

  /// Whether the main process says itself, by its exit code, that something went wrong, and has not
  /// told why. (What a child's exit code means is its parent's business.)
  fileprivate func hasFailed(asMain lane: LaneIndex) -> Bool {
    guard lane == mainLane, lanes[lane].error == nil, !isClosing,
      case .ended(.code(let code)) = lanes[lane].activity
    else { return false }
    return code != 0
  }

  /// Whether a signal ended it.
  fileprivate func wasKilled(_ lane: LaneIndex) -> Bool {
    if case .ended(.signal) = lanes[lane].activity { true } else { false }
  }

  /// Whether a signal ended the lane that neither the run nor what the lane itself did explains.
  public func wasKilledFromOutside(_ lane: LaneIndex) -> Bool {
    endedUnexpectedly(lane) && !hasCrashed(lane)
  }

  /// Whether a signal ended the lane that the kernel sends for what the process itself did
  /// (signal(7): SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS).
  fileprivate func hasCrashed(_ lane: LaneIndex) -> Bool {
    guard case .ended(.signal(let signal)) = lanes[lane].activity else { return false }
    return [4, 5, 6, 7, 8, 11, 31].contains(signal)
  }

  /// How a lane ended: `was killed by SIGKILL`, `ended with exit code 1`.
  func howItEnded(_ lane: LaneIndex) -> Localized {
    switch lanes[lane].activity {
    case .ended(.signal(let signal)):
      let name = Phrases.signal(Int64(signal))
      if hasCrashed(lane) { return Localized(zh: "崩溃（\(name)）", en: "crashed (\(name))") }
      return Localized(zh: "被 \(name) 信号终止", en: "was killed by \(name)")
    case .ended(.code(let code)):
      return Localized(zh: "结束，退出码为 \(code)", en: "ended with exit code \(code)")
    case .ended(.unknown), .starting, .running, .blocked, .sleeping, .held, .idle:
      return Localized(zh: "已结束", en: "ended")
    }
  }
}
