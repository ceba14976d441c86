/// Deadlocks and waits that nobody can end.
///
/// They follow from the world as it is, so they are looked for whenever somebody begins to wait or
/// ends, and taken back when a lane that was accused goes on after all (events were missing). What
/// has been found stays when the processes are ended from outside. A lane that is held at a gate
/// before an operation that cannot happen counts as waiting for it.
struct StuckFindings: Sendable {
  private var cases: [Case] = []
  /// A lane that could go on when it was looked at last.
  private var ableLane: LaneIndex?
  /// The lanes whose end somebody has waited for.
  private var joined: Set<LaneIndex> = []
  /// Whether somebody has waited for something else than a lock or an end.
  private var hasOtherWaits = false
  /// How many lanes were looked at until now, which is what all this costs.
  private(set) var work = 0

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
  mutating func update(_ event: Event, _ change: WorldChange, _ world: World) {
    if world.freeCount > world.heldCount || somebodyCanGoOn(world) {
      guard let actor = change.actor, mayBeAwaited(actor, world) else { return }
      let (isCircle, steps) = world.leadsIntoCircle(actor)
      work += steps
      guard isCircle else { return }
    }
    lookAtAll(world)
  }

  /// Takes note of who may go on, and of who is waited for. It is asked of every event, so that who is
  /// stuck need be asked seldom.
  mutating func note(_ event: Event, _ change: WorldChange, _ world: World) {
    if case .given = change.lock, let place = change.place,
      case .lock(let lock) = world.objects[place].content, let next = lock.waiters.first
    {
      ableLane = next
    }
    guard change.mayBlock, let actor = change.actor,
      case .blocked(let blocker) = world.lanes[actor].activity
    else { return }
    switch blocker {
    case .lock, .lockShare: break
    case .join(let child): if let lane = world.lane(of: child) { joined.insert(lane) }
    case .get, .put, .tasks, .result, .server, .input, .semaphore, .condition, .event, .barrier:
      // Whom these wait for need not stand in the trace.
      hasOtherWaits = true
    }
  }

  /// Whether a lane can go on that has not said so yet: who waited for a lock that has been given
  /// back since.
  private mutating func somebodyCanGoOn(_ world: World) -> Bool {
    if let lane = ableLane, world.canGoOn(lane) { return true }
    ableLane = nil
    return false
  }

  /// Whether anybody may wait for a lane, so that it can be part of a circle.
  private func mayBeAwaited(_ lane: LaneIndex, _ world: World) -> Bool {
    // Who is held at a gate stands in no line.
    if world.heldCount > 0 || hasOtherWaits || joined.contains(lane) { return true }
    return world.lanes[lane].holding.contains { id in
      guard case .lock(let lock)? = world.object(id)?.content else { return true }
      return !lock.waiters.isEmpty
    }
  }

  /// Looks at everybody who waits, or is held before what cannot happen.
  mutating func lookAtAll(_ world: World) {
    work += world.lanes.count
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
        if case .blocked(let blocker) = wait(of: lane), blocker.isLock {
          blocker.object
        } else {
          nil
        }
      })
  }

  /// Of lanes that are stuck, those that do not merely wait for another stuck lane, by what they
  /// wait for, in the order of lanes.
  fileprivate func roots(among lanes: Set<LaneIndex>) -> [(Activity, [LaneIndex])] {
    var groups: [(Activity, [LaneIndex])] = []
    var places: [Activity: Int] = [:]
    for lane in lanes.sorted() {
      if let helper = stuckHelper(of: lane, among: lanes), !isIdle(helper) { continue }
      let activity = wait(of: lane)
      if let place = places[activity] {
        groups[place].1.append(lane)
      } else {
        places[activity] = groups.count
        groups.append((activity, [lane]))
      }
    }
    return groups
  }

  /// The lanes among `stuck` that wait for one of `lanes`, directly or through others.
  fileprivate func followers(of lanes: Set<LaneIndex>, among stuck: Set<LaneIndex>) -> [LaneIndex] {
    var waiting: [LaneIndex: [LaneIndex]] = [:]
    for lane in stuck {
      if let helper = stuckHelper(of: lane, among: stuck) {
        waiting[helper, default: []].append(lane)
      }
    }
    var reached = lanes
    var open = Array(lanes)
    while let lane = open.popLast() {
      for follower in waiting[lane] ?? [] where reached.insert(follower).inserted {
        open.append(follower)
      }
    }
    return reached.subtracting(lanes).sorted()
  }
}
