import ProcModel

/// Arranging the lanes.
extension RunState {
  /// Arranges the lanes.
  mutating func perform(_ action: ArrangeAction, size: Size) {
    switch action {
    case .fold: toggleFold()
    case .group: toggleGroups()
    case .rank: toggleRank()
    }
    keepChosenLaneVisible(size: size)
  }

  /// Which lane stands in which row.
  var laneOrder: LaneOrder { LaneOrder(run.world, choice) }

  /// How many rows the lanes have, or will have: those that are expected, but for what is hidden.
  var expectedRows: Int {
    let count = run.world.lanes.count
    if choice.isPlain { return max(expectedLanes, count) }
    return max(1, laneOrder.rows.count + max(0, expectedLanes - count))
  }

  /// Folds the lanes that have ended by the moment that is looked at, or shows them again.
  mutating func toggleFold() {
    guard choice.folded.isEmpty else {
      choice.folded = []
      return
    }
    choice.folded = Set(world.lanes.indices.filter { world.lanes[$0].hasEnded })
    notice =
      choice.folded.isEmpty ? LaneTexts.nothingEnded : LaneTexts.folded(choice.folded.count)
  }

  /// Puts the workers of each pool into one row, or gives them rows of their own.
  mutating func toggleGroups() {
    let world = run.world
    guard world.lanes.indices.contains(where: { LaneChoice.pool(of: $0, world) != nil }) else {
      notice = LaneTexts.noWorkers
      return
    }
    choice.groupsWorkers.toggle()
    choice.openPools = []
    if choice.groupsWorkers { notice = LaneTexts.grouped }
  }

  /// Puts the lanes with something to say at the moment that is looked at first, or all of them back
  /// into the order in which they came.
  mutating func toggleRank() {
    guard choice.ranked == nil else {
      choice.ranked = nil
      return
    }
    let wrong = Set(findings.filter { !$0.kind.isDanger }.flatMap(\.processes))
    let ranks = run.world.lanes.indices.map { lane -> Int in
      guard world.lanes.indices.contains(lane) else { return 9 }
      return world.lanes[lane].rank(isWrong: wrong.contains(world.lanes[lane].name))
    }
    choice.ranked = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    notice = LaneTexts.ranked
  }

  /// Opens the chosen row, where it stands for several lanes, or closes it.
  ///
  /// - Returns: whether there was something to open or close.
  mutating func toggleRow() -> Bool {
    let order = laneOrder
    guard let row = order.row(of: chosenLane) else { return false }
    switch order.rows[row] {
    case .ended: choice.folded = []
    case .workers(let pool, _): choice.openPools.insert(pool)
    case .lane(let lane):
      guard choice.groupsWorkers, let pool = LaneChoice.pool(of: lane, run.world) else {
        return false
      }
      choice.openPools.remove(pool)
    }
    return true
  }

  /// Chooses a row above or below.
  mutating func chooseLane(by step: Int, size: Size) {
    let order = laneOrder
    guard !order.rows.isEmpty else { return }
    let row = order.row(of: chosenLane).map { $0 + step } ?? 0
    chosenLane = order.rows[max(0, min(order.rows.count - 1, row))].first
    keepChosenLaneVisible(size: size)
  }

  /// Scrolls the lanes as little as needed.
  mutating func keepChosenLaneVisible(size: Size) {
    let order = laneOrder
    let visible = RunLayout(of: self, size: size).visibleLanes
    let row = order.row(of: chosenLane) ?? 0
    firstRow = min(firstRow, row)
    firstRow = max(firstRow, row - visible + 1)
    firstRow = max(0, min(firstRow, order.rows.count - visible))
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
