import ProcModel

/// Where the lanes of a run stand: which is chosen, which are seen, and how the user has arranged
/// them.
struct LaneArrangement: Sendable {
  /// The lane chosen.
  var chosen = 0
  /// The first row of lanes shown, where not all have room.
  var firstRow = 0
  /// How the lanes are arranged, and what is hidden.
  var choice = LaneChoice()
  /// At least as many lanes are to be expected; they get their rows from the start.
  private(set) var expected: Int

  /// The lanes of a run that has just been asked for.
  init(expected: Int) { self.expected = expected }

  /// The arrangement of a run that has the same lanes as one before it: they keep their rows.
  ///
  /// - Parameter count: how many lanes there were.
  init(again old: LaneArrangement, count: Int) {
    self = old
    expected = max(old.expected, count)
    choice.folded = []
    choice.ranked = nil
  }

  /// Which lane stands in which row.
  func order(in world: World) -> LaneOrder { LaneOrder(world, choice) }

  /// How many rows the lanes have, or will have: those that are expected, but for what is hidden.
  func rows(in world: World) -> Int {
    let count = world.lanes.count
    if choice.isPlain { return max(expected, count) }
    return max(1, order(in: world).rows.count + max(0, expected - count))
  }

  /// Chooses a row above or below.
  mutating func choose(by step: Int, in world: World) {
    let order = order(in: world)
    guard !order.rows.isEmpty else { return }
    let row = order.row(of: chosen).map { $0 + step } ?? 0
    chosen = order.rows[max(0, min(order.rows.count - 1, row))].first
  }

  /// Scrolls the lanes as little as needed to show the chosen one.
  mutating func keepChosenVisible(in world: World, visible: Int) {
    let order = order(in: world)
    let row = order.row(of: chosen) ?? 0
    firstRow = min(firstRow, row)
    firstRow = max(firstRow, row - visible + 1)
    firstRow = max(0, min(firstRow, order.rows.count - visible))
  }

  /// Opens the chosen row, where it stands for several lanes, or closes it.
  ///
  /// - Returns: whether there was something to open or close.
  mutating func toggleRow(in world: World) -> Bool {
    let order = order(in: world)
    guard let row = order.row(of: chosen) else { return false }
    switch order.rows[row] {
    case .ended: choice.folded = []
    case .workers(let pool, _): choice.openPools.insert(pool)
    case .lane(let lane):
      guard choice.groupsWorkers, let pool = LaneChoice.pool(of: lane, world) else {
        return false
      }
      choice.openPools.remove(pool)
    }
    return true
  }
}

/// Folding, grouping and ranking.
extension LaneArrangement {
  /// Folds the lanes that have ended in a world, or shows them again.
  ///
  /// - Returns: what is to be told.
  mutating func toggleFold(in world: World) -> Localized? {
    guard choice.folded.isEmpty else {
      choice.folded = []
      return nil
    }
    choice.folded = Set(world.lanes.indices.filter { world.lanes[$0].hasEnded })
    return choice.folded.isEmpty ? LaneTexts.nothingEnded : LaneTexts.folded(choice.folded.count)
  }

  /// Puts the workers of each pool into one row, or gives them rows of their own.
  ///
  /// - Returns: what is to be told.
  mutating func toggleGroups(in world: World) -> Localized? {
    guard world.lanes.indices.contains(where: { LaneChoice.pool(of: $0, world) != nil }) else {
      return LaneTexts.noWorkers
    }
    choice.groupsWorkers.toggle()
    choice.openPools = []
    return choice.groupsWorkers ? LaneTexts.grouped : nil
  }

  /// Puts the lanes with something to say first, or all of them back into the order in which they
  /// came.
  ///
  /// - Parameters:
  ///   - ranks: how much each lane has to say: the less, the more.
  /// - Returns: what is to be told.
  mutating func toggleRank(_ ranks: [Int]) -> Localized? {
    guard choice.ranked == nil else {
      choice.ranked = nil
      return nil
    }
    choice.ranked = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    return LaneTexts.ranked
  }
}
