import ProcModel
import ProcSchedule
import ProcSession

/// One of two runs by the same schedule, as a grid: what every lane did in each
/// column, where a column is a move of the schedule that both follow.
struct MoveGrid: Sendable {
  /// The run.
  let run: Run
  /// What happened in each column; nil: the schedule's move was not possible, or all is over.
  let moves: [MadeMove?]
  /// The cells of each column, by lane; lanes that were not there yet have none.
  let cells: [[Square]]

  /// A move that was made.
  struct MadeMove: Sendable, Hashable {
    /// Who moved.
    let lane: LaneIndex
    /// The operation, in terms that mean the same in both runs; nil where that is not known.
    let operation: StableOperation?
    /// Its events: places in the trace.
    let events: Range<Int>
    /// The sign of what happened.
    let mark: Timeline.Mark?
  }

  /// What a lane did in a column.
  struct Square: Sendable, Hashable {
    /// What.
    let state: State
    /// The lock that it held meanwhile, or none.
    let holding: ObjectID

    /// What a lane does while a move is made.
    enum State: Sendable, Hashable {
      /// It has not begun, or has ended.
      case absent
      /// It is held, and could move.
      case ready
      /// It is held, and could not move: the lock is taken.
      case waiting(ObjectID)
      /// It is held, and could not move.
      case blocked
      /// It moves.
      case moving
    }

    static let absent = Square(state: .absent, holding: .none)
  }

  /// Writes the grid of a run.
  ///
  /// - Parameters:
  ///   - result: the run, which was under control.
  ///   - columns: the column of each of its steps, rising.
  ///   - width: how many columns there are.
  init(_ result: ControlledRuns.Result, columns: [Int], width: Int) {
    let steps = result.execution.steps
    self.init(
      result.run, MoveGridReader(result.run).moves(steps.map { ($0.lane, $0.operation) }),
      columns: columns, width: width)
  }

  /// Writes the grid of the run that a schedule leads to, a column for each move.
  init(_ run: Run, schedule: Schedule) {
    let width = schedule.moves.count
    self.init(
      run, MoveGridReader(run).moves(schedule.moves.map { ($0.lane, nil) }),
      columns: Array(0..<width), width: width)
  }

  private init(_ run: Run, _ made: [MadeMove], columns: [Int], width: Int) {
    self.run = run
    var moves = [MadeMove?](repeating: nil, count: width)
    for (column, move) in zip(columns, made) where column < width { moves[column] = move }
    self.moves = moves
    cells = Self.cells(of: run, moves)
  }

  /// How many events had happened by the end of a column.
  func count(after column: Int) -> Int {
    moves.prefix(column + 1).last { $0 != nil }.flatMap { $0?.events.upperBound }
      ?? firstCount
  }

  /// How many events happened before the first move.
  private var firstCount: Int { moves.first { $0 != nil }.flatMap { $0?.events.lowerBound } ?? 0 }

  /// Goes through the run once, and looks at every lane after each move.
  private static func cells(of whole: Run, _ moves: [MadeMove?]) -> [[Square]] {
    var run = Run()
    func advance(to count: Int) {
      while run.trace.count < min(count, whole.trace.count) {
        run.append(whole.trace[run.trace.count])
      }
    }
    return moves.map { move in
      guard let move else { return run.world.lanes.indices.map { cell(of: $0, run.world) } }
      advance(to: move.events.lowerBound)
      let isThere = run.world.lanes.indices.contains(move.lane)
      let before = isThere ? run.world.lanes[move.lane].holding.last : nil
      advance(to: move.events.upperBound)
      return run.world.lanes.indices.map { lane in
        guard lane == move.lane else { return cell(of: lane, run.world) }
        return Square(
          state: .moving, holding: run.world.lanes[lane].holding.last ?? before ?? .none)
      }
    }
  }

  private static func cell(of lane: LaneIndex, _ world: World) -> Square {
    Square(state: state(of: lane, world), holding: world.lanes[lane].holding.last ?? .none)
  }

  /// How a lane stands that cannot move.
  private static func blocked(_ activity: Activity) -> Square.State {
    if case .blocked(let blocker) = activity, blocker.isLock { return .waiting(blocker.object) }
    return .blocked
  }

  private static func state(of lane: LaneIndex, _ world: World) -> Square.State {
    switch world.lanes[lane].activity {
    case .ended, .starting: return .absent
    case .held(let pending):
      if pending.kind == .processBegin { return .absent }
      if world.canHappen(pending, by: lane) { return .ready }
      return blocked(world.activity(before: pending, by: lane))
    case .running: return .ready
    case .blocked, .sleeping, .idle: return blocked(world.lanes[lane].activity)
    }
  }
}

/// Finds out which events of a controlled run came of which move.
private struct MoveGridReader {
  private let run: Run
  private let controlled: ControlledRun
  /// The events of each lane, and those of them that say that it stands at its gate.
  private var events: [LaneIndex: [Int]] = [:]
  private var gates: [LaneIndex: [Int]] = [:]

  init(_ run: Run) {
    self.run = run
    var controlled = ControlledRun()
    for event in run.trace { controlled.append(event) }
    self.controlled = controlled
    for (seq, event) in run.trace.enumerated() {
      guard let lane = controlled.run.world.lane(pid: event.pid, tid: event.tid) else { continue }
      events[lane, default: []].append(seq)
      if event.kind == .gateWait { gates[lane, default: []].append(seq) }
    }
  }

  /// The moves: a lane's first one begins behind its first gate, and so on; each ends where the next
  /// begins.
  func moves(_ steps: [(lane: LanePath, operation: StableOperation?)]) -> [MoveGrid.MadeMove] {
    var used: [LaneIndex: Int] = [:]
    var begins: [(lane: LaneIndex, seq: Int)] = []
    for step in steps {
      let lane = controlled.lane(at: step.lane) ?? 0
      let last = begins.last?.seq ?? 0
      begins.append((lane, max(last, begin(of: used[lane, default: 0], lane) ?? last)))
      used[lane, default: 0] += 1
    }
    return steps.indices.map { index in
      let (lane, begin) = begins[index]
      let end = index + 1 < begins.count ? begins[index + 1].seq : run.trace.count
      return MoveGrid.MadeMove(
        lane: lane, operation: steps[index].operation, events: begin..<max(begin, end),
        mark: mark(of: lane, in: begin..<max(begin, end)))
    }
  }

  /// The first event of a lane behind its `number`th gate.
  private func begin(of number: Int, _ lane: LaneIndex) -> Int? {
    guard let gates = gates[lane], number < gates.count, let all = events[lane] else { return nil }
    let next = all.partitioningIndex { $0 > gates[number] }
    return next < all.count ? all[next] : nil
  }

  private func mark(of lane: LaneIndex, in events: Range<Int>) -> Timeline.Mark? {
    let marks = run.marks(of: lane)
    let first = marks.partitioningIndex { $0.seq >= events.lowerBound }
    let last = marks.partitioningIndex { $0.seq >= events.upperBound }
    return marks[first..<last].first { $0.isWrong } ?? marks[first..<last].last
  }
}
