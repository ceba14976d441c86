/// Every schedule, one after the other: depth first, without any reduction. For small programs, and
/// as a reference for other strategies.
public struct DFSStrategy: Strategy {
  /// The paths that are still to be explored; the last is the deepest.
  private var open: [Way] = [Way()]
  private var underWay = 0
  private var isDisturbed = false

  /// How many runs went another way than the same moves went before.
  public private(set) var surprises = 0

  /// A search that begins with the default order.
  public init() {}

  /// The next path, if any is open at present.
  public mutating func next() -> (any Scheduler)? {
    guard let way = open.popLast() else { return nil }
    underWay += 1
    return WayScheduler(way: way)
  }

  /// Opens the paths that branch off the run.
  public mutating func learn(_ execution: Execution, from scheduler: any Scheduler) {
    guard let way = (scheduler as? WayScheduler)?.way else { return }
    underWay -= 1
    if execution.end == .disturbed { isDisturbed = true }
    let lanes = execution.steps.map(\.lane)
    let prints = execution.steps.map(\.fingerprint)
    guard way.isBegin(of: lanes, prints) else {
      surprises += 1
      return
    }
    for depth in lanes.indices.dropFirst(way.firstNew) {
      for option in execution.steps[depth].options.reversed()
      where option.readiness.canMove && option.lane != lanes[depth] {
        open.append(Way(lanes: lanes, prints: prints, depth: depth, turn: option.lane))
      }
    }
  }

  /// Whether no path is open.
  public var isExhausted: Bool { open.isEmpty && underWay == 0 && surprises == 0 && !isDisturbed }
}

/// The path of an earlier run up to some depth, and a different turn there. All paths that branch
/// off the same run share the arrays.
private struct Way: Sendable {
  var lanes: [LanePath] = []
  var prints: [Int] = []
  /// After how many moves it branches off; ``turn`` is nil for the first run, which follows none.
  var depth = 0
  var turn: LanePath?

  /// The lane to move after `step` moves; nil if the path leaves it open.
  func lane(at step: Int) -> LanePath? {
    step < depth ? lanes[step] : step == depth ? turn : nil
  }

  /// The first step at which a path may branch off this run: earlier branches belong to other
  /// paths.
  var firstNew: Int { turn == nil ? 0 : depth + 1 }

  /// Whether the run has followed this path, and met the same points as the earlier run.
  func isBegin(of lanes: [LanePath], _ prints: [Int]) -> Bool {
    guard let turn else { return true }
    return lanes.count > depth && lanes[depth] == turn
      && self.lanes[..<depth] == lanes[..<depth] && self.prints[...depth] == prints[...depth]
  }
}

private struct WayScheduler: Scheduler {
  let way: Way
  private var last: LanePath?

  init(way: Way) { self.way = way }

  mutating func choose(_ point: SchedulePoint) -> Move? {
    let wanted = way.lane(at: point.step)
    if let wanted, point[wanted]?.readiness.canMove != true { return nil }
    last = wanted ?? point.byDefault(after: last)
    return last.map { Move($0) }
  }
}

extension Step {
  /// A fingerprint of the point, valid while this program runs: other bits mean another
  /// point.
  var fingerprint: Int {
    var hasher = Hasher()
    hasher.combine(options)
    return hasher.finalize()
  }
}
