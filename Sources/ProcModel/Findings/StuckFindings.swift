/// Deadlocks and waits that nobody can end.
///
/// They follow from the world as it is, so they are looked for whenever somebody begins to wait or
/// ends, and taken back when a lane that was accused goes on after all (events were missing). What
/// has been found stays when the processes are ended from outside. A lane that is held at a gate
/// before an operation that cannot happen counts as waiting for it.
struct StuckFindings: Sendable {
  private var cases: [Case] = []

  /// A finding, and what it is about, so that it is not told twice.
  private struct Case: Sendable {
    let cause: Cause
    let lanes: Set<LaneIndex>
    /// The locks that its lanes wait for.
    let locks: Set<ObjectID>
    let finding: Finding
  }

  /// Why lanes are stuck.
  private enum Cause: Sendable, Hashable {
    /// Each waits for the next.
    case circle([LaneIndex])
    /// All wait for the same thing.
    case activity(Activity)
  }

  var findings: [Finding] { cases.map(\.finding) }

  /// The locks of each deadlock that there was by the moment of `past`.
  func deadlockedLocks(in past: World) -> [Set<ObjectID>] {
    cases.filter { ($0.finding.seqs.last ?? 0) < past.eventCount }.map(\.locks)
  }

  /// A lane has done something: whatever said that it never would was wrong.
  mutating func laneMoved(_ lane: LaneIndex) {
    if !cases.isEmpty { cases.removeAll { $0.lanes.contains(lane) } }
  }

  /// Looks again. As long as some lane can go on, only a circle can have come to be, through the
  /// lane that has just begun to wait.
  mutating func update(_ seq: Int, _ effect: Effect, _ world: World) {
    if world.freeCount > world.heldCount {
      guard let actor = effect.actor, world.leadsIntoCircle(actor) else { return }
    }
    lookAtAll(world)
  }

  /// Looks at everybody who waits, or is held before what cannot happen.
  mutating func lookAtAll(_ world: World) {
    let stuck = world.stuckLanes()
    if stuck.isEmpty { return }
    let circles = world.circles(among: stuck)
    for circle in circles {
      replace(.circle(circle), world) {
        world.deadlock(circle, followers: $0)
      } followers: {
        world.followers(of: Set(circle), among: stuck)
      }
    }
    let inCircles = Set(circles.joined())
    for (activity, lanes) in world.roots(among: stuck.subtracting(inCircles)) {
      replace(.activity(activity), world) {
        world.blockedForever(lanes, activity, followers: $0)
      } followers: {
        world.followers(of: Set(lanes), among: stuck)
      }
    }
  }

  private mutating func replace(
    _ cause: Cause, _ world: World, _ make: ([LaneIndex]) -> (Finding, Set<LaneIndex>),
    followers: () -> [LaneIndex]
  ) {
    let (finding, lanes) = make(followers())
    let new = Case(
      cause: cause, lanes: lanes, locks: world.awaitedLocks(of: lanes), finding: finding)
    if let place = cases.firstIndex(where: { $0.cause == cause }) {
      cases[place] = new
    } else {
      cases.append(new)
    }
  }
}

extension World {
  /// The locks that lanes wait for.
  fileprivate func awaitedLocks(of lanes: Set<LaneIndex>) -> Set<ObjectID> {
    Set(
      lanes.compactMap { lane in
        if case .waiting(let lock) = wait(of: lane) { lock } else { nil }
      })
  }

  /// Of lanes that are stuck, those that do not merely wait for another stuck lane, by what they
  /// wait for, in the order of lanes.
  fileprivate func roots(among lanes: Set<LaneIndex>) -> [(Activity, [LaneIndex])] {
    var groups: [(Activity, [LaneIndex])] = []
    for lane in lanes.sorted() {
      if case .lane(let helper) = need(of: lane), !isIdle(helper) { continue }
      let activity = wait(of: lane)
      if let place = groups.firstIndex(where: { $0.0 == activity }) {
        groups[place].1.append(lane)
      } else {
        groups.append((activity, [lane]))
      }
    }
    return groups
  }

  /// The lanes among `stuck` that wait for one of `lanes`, directly or through others.
  fileprivate func followers(of lanes: Set<LaneIndex>, among stuck: Set<LaneIndex>) -> [LaneIndex] {
    var reached = lanes
    var followers: [LaneIndex] = []
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for lane in stuck.sorted() where !reached.contains(lane) {
        guard case .lane(let helper) = need(of: lane), reached.contains(helper) else { continue }
        reached.insert(lane)
        followers.append(lane)
        isGrowing = true
      }
    }
    return followers.sorted()
  }
}
