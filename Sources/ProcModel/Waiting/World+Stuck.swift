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
    var able = Set<LaneIndex>()
    var waiting: [(lane: LaneIndex, need: Need)] = []
    for lane in lanes.indices where !lanes[lane].hasEnded {
      if isIdle(lane) {
        // A worker becomes able by a task that waits for it.
        if pendingTasks > 0 { able.insert(lane) }
        continue
      }
      let need = need(of: lane)
      if need == .nothing { able.insert(lane) } else { waiting.append((lane, need)) }
    }
    var isGrowing = true
    while isGrowing {
      let before = waiting.count
      waiting.removeAll { wait in
        guard isMet(wait.need, by: able) else { return false }
        able.insert(wait.lane)
        return true
      }
      isGrowing = waiting.count < before
    }
    return Set(waiting.map(\.lane))
  }

  private func isMet(_ need: Need, by able: Set<LaneIndex>) -> Bool {
    switch need {
    case .nothing: true
    case .lane(let lane): able.contains(lane)
    case .oneOf(let lanes): lanes.contains { able.contains($0) }
    // Whoever waits is not among the able, so any of them is another.
    case .anyone: !able.isEmpty
    }
  }

  /// Whether following who needs whom from `lane` on leads into a circle.
  func leadsIntoCircle(_ lane: LaneIndex) -> Bool {
    var slow = lane
    var fast = lane
    while case .lane(let next) = need(of: fast), case .lane(let second) = need(of: next),
      case .lane(let following) = need(of: slow)
    {
      slow = following
      fast = second
      if slow == fast { return true }
    }
    return false
  }

  /// The circles in who needs whom among `lanes`, each from its smallest lane on.
  func circles(among lanes: Set<LaneIndex>) -> [[LaneIndex]] {
    var circles: [[LaneIndex]] = []
    var seen = Set<LaneIndex>()
    for start in lanes.sorted() where !seen.contains(start) {
      var path: [LaneIndex] = []
      var lane = start
      while seen.insert(lane).inserted {
        path.append(lane)
        guard case .lane(let next) = need(of: lane) else { break }
        lane = next
      }
      if let first = path.firstIndex(of: lane), case .lane(lane) = need(of: path[path.count - 1]) {
        circles.append(rotated(Array(path[first...])))
      }
    }
    return circles
  }

  private func rotated(_ circle: [LaneIndex]) -> [LaneIndex] {
    guard let least = circle.min(), let place = circle.firstIndex(of: least) else { return circle }
    return Array(circle[place...] + circle[..<place])
  }
}
