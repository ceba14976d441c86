import ProcModel

/// Arranging the lanes.
extension RunState {
  /// Arranges the lanes.
  mutating func perform(_ action: ArrangeAction, size: Size) {
    let told =
      switch action {
      case .fold: arrangement.toggleFold(in: world)
      case .group: arrangement.toggleGroups(in: run.world)
      case .rank: arrangement.toggleRank(ranks)
      }
    notice = told ?? notice
    keepChosenLaneVisible(size: size)
  }

  /// Which lane stands in which row.
  var laneOrder: LaneOrder { arrangement.order(in: run.world) }

  /// How many rows the lanes have, or will have.
  var expectedRows: Int { arrangement.rows(in: run.world) }

  /// How much each lane has to say at the moment that is looked at: the less, the more.
  private var ranks: [Int] {
    let wrong = Set(findings.filter { !$0.kind.isPredictive }.flatMap(\.processes))
    return run.world.lanes.indices.map { lane in
      guard world.lanes.indices.contains(lane) else { return 9 }
      return world.lanes[lane].rank(isWrong: wrong.contains(world.lanes[lane].name))
    }
  }

  /// Chooses a row above or below.
  mutating func chooseLane(by step: Int, size: Size) {
    arrangement.choose(by: step, in: run.world)
    keepChosenLaneVisible(size: size)
  }

  /// Scrolls the lanes as little as needed.
  mutating func keepChosenLaneVisible(size: Size) {
    let visible = RunLayout(of: self, size: size).visibleLanes
    arrangement.keepChosenVisible(in: run.world, visible: visible)
  }
}

extension LaneState {
  /// How much a lane has to say: the less, the more.
  fileprivate func rank(isWrong: Bool) -> Int {
    if error != nil || isWrong { return 0 }
    switch activity {
    case .blocked(let blocker) where blocker.isLock: return 1
    case .blocked(.input): return 2
    case _ where !holding.isEmpty && !hasEnded: return 3
    case .blocked: return 4
    case .running, .starting, .held, .sleeping: return 5
    case .idle: return 6
    case .ended(.code(0)), .ended(.unknown): return 8
    case .ended: return 7
    }
  }
}
