/// In which order locks are taken: who took which one while holding which other.
///
/// Two lanes that take the same locks in opposite orders can wait for each other for ever, whether
/// or not it came to that in this run. Not if another lock is held around both, or if one of them is
/// over before the other can begin; and a lane that would not have waited for ever (`blocking=False`,
/// a time limit) waits for nobody.
struct LockOrder: Sendable {
  /// What was taken while holding each lock.
  private(set) var edges: [ObjectID: [LockEdge]] = [:]
  /// What each lane did last of this kind.
  private var latest: [Latest] = []
  /// How many units of counting semaphores each lane holds.
  private var units: [LaneIndex: [ObjectID: Int64]] = [:]
  private var edgeCount = 0
  /// The circles that were found, one for each set of locks.
  private(set) var circles: [[LockEdge]] = []
  /// What a lane took last while it held other locks: to do so again and again says nothing new.
  private struct Latest: Sendable, Equatable {
    var lock = ObjectID.none
    var holding: [ObjectID] = []
    var firmChanges = 0
  }

  /// The most edges and circles that are kept.
  private static let mostEdges = 4096
  private static let mostCircles = 64
  /// The most edges by one lane from one lock to another that differ in what else was held, or when.
  private static let mostAlike = 4

  /// Takes what became of a lock; `world` is the world after it.
  mutating func note(
    _ step: WorldChange.LockStep, _ event: Event, _ seq: Int, _ change: WorldChange,
    _ clocks: LaneClocks,
    _ world: World
  ) {
    guard let lane = change.actor else { return }
    switch step {
    case .taken(let isShared):
      guard event.value <= 1, !event.flags.contains(.impatient) else { return }
      take(event.object, seq, lane, isShared, clocks, world)
    case .awaited(let isShared):
      if event.timeLimit == nil { take(event.object, seq, lane, isShared, clocks, world) }
    case .given: break
    }
  }

  /// Takes the event of a semaphore; `world` is the world after it.
  mutating func note(
    _ kind: SemaphoreEvent, _ event: Event, _ change: WorldChange, _ world: World
  ) {
    guard let lane = change.actor else { return }
    switch kind {
    case .acquire: takeUnit(event, lane, world)
    case .release: giveBack(event, lane)
    case .wait, .timeout: break
    }
  }

  private mutating func takeUnit(_ event: Event, _ lane: LaneIndex, _ world: World) {
    guard let semaphore = world.object(event.object), semaphore.capacity > 0 else { return }
    units[lane, default: [:]][event.object, default: 0] += 1
    if lane < latest.count { latest[lane] = Latest() }
  }

  private mutating func giveBack(_ event: Event, _ lane: LaneIndex) {
    guard let count = units[lane]?[event.object] else { return }
    let rest = count - Swift.max(1, Int64(clamping: event.extra))
    units[lane]?[event.object] = rest > 0 ? rest : nil
    if lane < latest.count { latest[lane] = Latest() }
  }

  /// A lane takes `lock`, or waits for it, with others in its hands.
  private mutating func take(
    _ lock: ObjectID, _ seq: Int, _ lane: LaneIndex, _ isShared: Bool, _ clocks: LaneClocks,
    _ world: World
  ) {
    let holding = world.lanes[lane].holding
    guard holding.count > 1 || holding.count == 1 && holding[0] != lock,
      !clocks.isStranger(lane)
    else { return }
    while latest.count <= lane { latest.append(Latest()) }
    let this = Latest(
      lock: lock, holding: holding, firmChanges: clocks.firmChanges(lane))
    if latest[lane] == this { return }
    latest[lane] = this
    let held = holding.filter { $0 != lock }
    let shared = held.filter { world.sharesLock($0, lane) }
    for other in held {
      let edge = LockEdge(
        from: other, to: lock, isShared: isShared, lane: lane,
        fromSeq: world.sinceSeq(ofLock: other, lane), seq: seq, held: held, shared: shared,
        semaphores: units[lane].map { Array($0.keys) } ?? [],
        time: clocks.time(of: lane), firm: clocks.firm(lane),
        firmChanges: clocks.firmChanges(lane))
      if add(edge), let circle = circle(through: edge, world) { keep(circle) }
    }
  }

  /// Takes an edge; false if it says nothing new.
  private mutating func add(_ edge: LockEdge) -> Bool {
    var alike = 0
    var newest = 0
    for (place, other) in (edges[edge.from] ?? []).enumerated() where other.isAlike(edge) {
      if other.says(edge) { return false }
      alike += 1
      newest = place
    }
    if alike == Self.mostAlike {
      edges[edge.from]?[newest] = edge
    } else if edgeCount < Self.mostEdges {
      edges[edge.from, default: []].append(edge)
      edgeCount += 1
    } else {
      return false
    }
    return true
  }

  private mutating func keep(_ circle: [LockEdge]) {
    let locks = Set(circle.map(\.from))
    guard circles.count < Self.mostCircles,
      !circles.contains(where: { Set($0.map(\.from)) == locks })
    else { return }
    circles.append(circle)
  }
}

/// One lane took one lock while it held another.
struct LockEdge: Sendable {
  let from: ObjectID
  let to: ObjectID
  /// Whether it took no more than a share of `to`.
  let isShared: Bool
  let lane: LaneIndex
  /// The place in the trace where `from` was taken, and that where `to` was, or was waited for.
  let fromSeq: Int
  let seq: Int
  /// The locks that were held, `from` among them.
  let held: [ObjectID]
  /// Those of them that it only shared.
  let shared: [ObjectID]
  /// The counting semaphores of which it held a unit.
  let semaphores: [ObjectID]
  /// The lane's own time, and what had happened before in every run.
  let time: UInt32
  let firm: VectorClock
  let firmChanges: Int

  /// Whether another edge is between the same locks and by the same lane.
  func isAlike(_ other: LockEdge) -> Bool { lane == other.lane && to == other.to }

  /// Whether another edge that is alike adds nothing to this one.
  func says(_ other: LockEdge) -> Bool {
    firmChanges == other.firmChanges && held == other.held && shared == other.shared
      && isShared == other.isShared
      && Set(semaphores) == Set(other.semaphores)
  }

  /// Whether who is here waits for who is at `next`, which holds what this one takes: not if both
  /// only share it.
  func waits(for next: LockEdge) -> Bool {
    to == next.from && !(isShared && next.shared.contains(to))
  }

  /// Whether two lanes can be at these places at the same time.
  func canMeet(_ other: LockEdge) -> Bool {
    lane != other.lane
      && !held.contains {
        other.held.contains($0) && !(shared.contains($0) && other.shared.contains($0))
      }
      && other.firm.time(of: lane) < time && firm.time(of: other.lane) < other.time
  }
}

extension World {
  /// The place in the trace where a lane took a lock that it holds.
  fileprivate func sinceSeq(ofLock id: ObjectID, _ lane: LaneIndex) -> Int {
    guard case .lock(let state)? = object(id)?.content else { return 0 }
    return state.holder(lane)?.sinceSeq ?? 0
  }

}
