import ProcModel

/// What stands in one row of the lanes.
enum LaneRow: Sendable, Hashable {
  /// A lane.
  case lane(LaneIndex)
  /// The workers of a pool, together.
  case workers(pool: ObjectID, lanes: [LaneIndex])
  /// Lanes that have ended, folded.
  case ended([LaneIndex])

  /// The lanes in it; there is at least one.
  var lanes: [LaneIndex] {
    switch self {
    case .lane(let lane): [lane]
    case .workers(_, let lanes), .ended(let lanes): lanes
    }
  }

  /// The one that stands for it where a single lane is wanted.
  var first: LaneIndex { lanes.first ?? 0 }
}

/// Which lane stands in which row: the only place that knows.
struct LaneOrder: Sendable, Hashable {
  /// The rows, from the top.
  let rows: [LaneRow]
  /// The row of each lane; -1 for one that is hidden.
  private let rowOfLane: [Int]

  /// The rows of `lanes` as the user has arranged them.
  init(_ world: World, _ choice: LaneChoice) {
    let lanes = choice.order(of: world.lanes.count)
    var rows: [LaneRow] = []
    var ended: [LaneIndex] = []
    var rowOfPool: [ObjectID: Int] = [:]
    for lane in lanes where !choice.hidden.contains(lane) {
      if choice.folded.contains(lane) {
        ended.append(lane)
      } else if let pool = choice.closedPool(of: lane, world) {
        if let row = rowOfPool[pool] {
          rows[row] = .workers(pool: pool, lanes: rows[row].lanes + [lane])
        } else {
          rowOfPool[pool] = rows.count
          rows.append(.workers(pool: pool, lanes: [lane]))
        }
      } else {
        rows.append(.lane(lane))
      }
    }
    if !ended.isEmpty { rows.append(.ended(ended)) }
    self.rows = rows
    rowOfLane = Self.rowOfLane(rows, count: world.lanes.count)
  }

  private static func rowOfLane(_ rows: [LaneRow], count: Int) -> [Int] {
    var result = [Int](repeating: -1, count: count)
    for (index, row) in rows.enumerated() { for lane in row.lanes { result[lane] = index } }
    return result
  }

  /// The row in which a lane stands; nil where it is hidden or unknown.
  func row(of lane: LaneIndex) -> Int? {
    guard rowOfLane.indices.contains(lane), rowOfLane[lane] >= 0 else { return nil }
    return rowOfLane[lane]
  }

  /// The lane that stands alone in a row.
  func lane(inRow row: Int) -> LaneIndex? {
    guard rows.indices.contains(row), case .lane(let lane) = rows[row] else { return nil }
    return lane
  }
}
