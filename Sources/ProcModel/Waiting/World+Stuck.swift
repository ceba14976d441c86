extension World {
  /// Whether the run will never go on: somebody waits, and every lane that has not ended waits for
  /// good, idle workers and servers apart.
  public var isStuck: Bool {
    guard freeCount == heldCount else { return false }
    let stuck = stuckLanes()
    return !stuck.isEmpty
      && lanes.indices.allSatisfy {
        lanes[$0].hasEnded || isIdle($0) || stuck.contains($0)
      }
  }

  /// The lanes that wait for good: those that are not reached when everybody who can go on helps
  /// everybody whom he can help, over and over.
  func stuckLanes() -> Set<LaneIndex> {
    var helping = Helping(lanes.count)
    for lane in lanes.indices where !lanes[lane].hasEnded {
      if isIdle(lane) {
        // A worker becomes able by a task that waits for it.
        if pendingTasks > 0 { helping.addAble(lane) }
      } else {
        helping.add(lane, need(of: lane))
      }
    }
    return helping.stuck
  }

  /// Whether a lane can go on by itself, though it may not have said so yet.
  func canGoOn(_ lane: LaneIndex) -> Bool {
    !lanes[lane].hasEnded && !isIdle(lane) && need(of: lane) == .nothing
  }

  /// Whether following who needs whom from `lane` on leads into a circle, and in how many steps that
  /// was found out.
  func leadsIntoCircle(_ lane: LaneIndex) -> (isCircle: Bool, steps: Int) {
    var slow = lane
    var fast = lane
    var steps = 1
    while let next = helper(of: fast), let second = helper(of: next),
      let following = helper(of: slow)
    {
      slow = following
      fast = second
      steps += 1
      if slow == fast { return (true, steps) }
    }
    // Whoever needs several lanes may be part of a circle through any of them.
    let isOpen = needsSeveral(fast) || helper(of: fast).map { needsSeveral($0) } ?? false
    return (isOpen, steps)
  }

  private func needsSeveral(_ lane: LaneIndex) -> Bool {
    if case .allOf = need(of: lane) { true } else { false }
  }

  /// The lane without whose help a lane cannot go on, if it is one.
  private func helper(of lane: LaneIndex) -> LaneIndex? {
    if case .lane(let helper) = need(of: lane) { helper } else { nil }
  }

  /// The circles in who needs whom among `lanes`, each from its smallest lane on. Of several that a
  /// lane needs, the first among `lanes` stands for all.
  func circles(among lanes: Set<LaneIndex>) -> [[LaneIndex]] {
    var circles: [[LaneIndex]] = []
    var seen = Set<LaneIndex>()
    for start in lanes.sorted() where !seen.contains(start) {
      var path: [LaneIndex] = []
      var lane = start
      while seen.insert(lane).inserted {
        path.append(lane)
        guard let next = stuckHelper(of: lane, among: lanes) else { break }
        lane = next
      }
      if let first = path.firstIndex(of: lane),
        stuckHelper(of: path[path.count - 1], among: lanes) == lane
      {
        circles.append(rotated(Array(path[first...])))
      }
    }
    return circles
  }

  /// The lane without whose help a lane cannot go on: of several, one that is stuck itself.
  func stuckHelper(of lane: LaneIndex, among stuck: Set<LaneIndex>) -> LaneIndex? {
    switch need(of: lane) {
    case .lane(let helper): helper
    case .allOf(let helpers): helpers.contains(lane) ? lane : helpers.first(where: stuck.contains)
    case .nothing, .oneOf, .anyone: nil
    }
  }

  private func rotated(_ circle: [LaneIndex]) -> [LaneIndex] {
    guard let least = circle.min(), let place = circle.firstIndex(of: least) else { return circle }
    return Array(circle[place...] + circle[..<place])
  }
}

/// Who helps whom: each lane that can go on lets those go on who needed it. It takes as many steps as
/// there are needs.
private struct Helping {
  /// For each lane, who may go on once it can.
  private var dependents: [[LaneIndex]]
  /// For each lane, how many others it still needs; 0: it can go on, or is none of those who wait.
  private var missing: [Int]
  /// Those whom anybody can help.
  private var hopeful: [LaneIndex] = []
  private var waiting: Set<LaneIndex> = []
  /// Those who can go on, and have not helped yet.
  private var able: [LaneIndex] = []

  init(_ count: Int) {
    dependents = Array(repeating: [], count: count)
    missing = Array(repeating: 0, count: count)
  }

  mutating func addAble(_ lane: LaneIndex) { able.append(lane) }

  mutating func add(_ lane: LaneIndex, _ need: Need) {
    switch need {
    case .nothing: return addAble(lane)
    case .lane(let helper): require(lane, [helper], count: 1)
    case .allOf(let helpers): require(lane, helpers, count: helpers.count)
    case .oneOf(let helpers): require(lane, helpers, count: 1)
    case .anyone:
      missing[lane] = 1
      hopeful.append(lane)
    }
    waiting.insert(lane)
  }

  private mutating func require(_ lane: LaneIndex, _ helpers: [LaneIndex], count: Int) {
    missing[lane] = count
    for helper in helpers { dependents[helper].append(lane) }
  }

  /// The lanes that nobody has helped, when all have helped who can.
  var stuck: Set<LaneIndex> {
    mutating get {
      while let lane = able.popLast() {
        let helped = dependents[lane] + hopeful
        hopeful = []
        for other in helped where missing[other] > 0 {
          missing[other] -= 1
          if missing[other] == 0 {
            waiting.remove(other)
            able.append(other)
          }
        }
      }
      return waiting
    }
  }
}
