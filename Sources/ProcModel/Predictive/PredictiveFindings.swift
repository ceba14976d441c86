/// What can go wrong in another run of the same program, even if it did not in this one: data races,
/// and locks that are taken in a circle.
struct PredictiveFindings: Sendable {
  private var order = HappensBefore()
  private var races = RaceFindings()
  private var locks = LockOrder()
  /// Whether something happened of which it is not known whether it orders lanes.
  private var isBlind = false
  /// The most lanes that are followed: each knows something of each.
  private static let mostLanes = 1024

  /// Takes an event and what it changed; `world` is the world after it.
  ///
  /// Nothing new is said once events are missing or of an unknown kind, for what orders two accesses
  /// may be among them.
  @inline(__always)
  mutating func note(_ event: Event, seq: Int, _ change: WorldChange, _ world: World) {
    guard event.kind.isOrdered, !isBlind, world.lostCount == 0, world.lanes.count <= Self.mostLanes
    else {
      return
    }
    order.admit(world)
    if event.kind.isOfElements { return races.note(event, seq, change, order.clocks, world) }
    if event.kind == .unknown { isBlind = true }
    if case .semaphore(let kind) = event.kind.primitive { locks.note(kind, event, change, world) }
    if let step = change.lock { locks.note(step, event, seq, change, order.clocks, world) }
    order.note(event, change, world)
  }

  /// What was noticed, apart from races of values and circles of locks of which the worst is told
  /// already.
  func findings(
    _ world: World, harmed values: Set<ObjectID>, deadlocked: [Set<ObjectID>]
  ) -> [Finding] {
    let circles = locks.circles.filter { circle in
      !deadlocked.contains { $0.isSuperset(of: circle.map(\.from)) }
    }
    return races.findings(world, except: values) + circles.map { world.lockOrder($0) }
  }
}
