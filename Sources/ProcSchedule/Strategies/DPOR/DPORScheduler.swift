/// Chooses the moves of a run of ``DPORStrategy``: to a place of the tree, into a branch, and from
/// there on by default, without lanes that sleep.
struct DPORScheduler: Scheduler {
  /// The place at which it branches off; nil for the first run.
  let node: Int?
  /// The moves up to there, and into the branch.
  let way: [LanePath]
  /// The lanes that sleep after each step from the branch on.
  private(set) var asleep: [[Sleeper]]
  /// The point in which all lanes that could move slept.
  private(set) var givenUp: [Option]?

  private var last: LanePath?

  init(node: Int?, way: [LanePath], asleep: [Sleeper]) {
    self.node = node
    self.way = way
    self.asleep = [asleep]
  }

  /// The first step that no other run has made.
  var firstNew: Int { max(0, way.count - 1) }

  /// Who sleeps before step `depth`, which is new. Of a step that the scheduler was not told of, nobody
  /// does: then more is tried than needs to be.
  func sleepers(at depth: Int) -> [Sleeper] {
    asleep.indices.contains(depth - firstNew) ? asleep[depth - firstNew] : []
  }

  mutating func choose(_ point: SchedulePoint) -> Move? {
    if point.step < way.count {
      let lane = way[point.step]
      last = lane
      return point[lane]?.readiness.canMove == true ? Move(lane) : nil
    }
    let sleepers = asleep[asleep.count - 1]
    last = point.byDefault(after: last) { lane in !sleepers.contains { $0.lane == lane } }
    if last == nil { givenUp = point.options }
    return last.map { Move($0) }
  }

  mutating func note(_ step: Step) {
    noted += 1
    guard noted > firstNew else { return }
    asleep.append(asleep[asleep.count - 1].filter { Dependence.between($0.step, step) == .none })
  }

  private var noted = 0
}
