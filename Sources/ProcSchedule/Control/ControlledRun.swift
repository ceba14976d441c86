public import ProcModel

/// Steers one run under control: takes the events of the run, says who may move when everybody is at
/// rest, and makes steps of the moves. It does nothing by itself: whoever uses it collects the
/// events, and lets a lane go where ``move(_:)`` says.
public struct ControlledRun: Sendable {
  /// The run so far.
  public private(set) var run = Run()
  /// The steps that were made.
  public private(set) var steps: [Step] = []
  /// How often a lane was kept from asking again what it had asked in vain.
  public private(set) var heldBack = 0

  private var names = StableNames()
  private var reader = AccessReader()
  private var polls = PollMemory()
  private var current: Current?
  /// The lanes that gave no sign after they had been let go, and since when they had been held.
  private var away: [LaneIndex: Int] = [:]
  /// How many moves in a row were questions that nothing new could come of.
  private var fruitless = 0

  /// The move that is being made.
  private struct Current: Sendable {
    let move: Move
    let lane: LaneIndex
    let operation: StableOperation
    let question: PollMemory.Question
    let options: [Option]
    /// Since when the lane had been held, as a place in the trace.
    let since: Int
    var accesses: [Access] = []
  }

  /// After so many fruitless questions in a row the run is taken to go on like that for ever.
  private static let mostFruitless = 100

  /// A run of which nothing is known yet.
  public init() {}

  /// Takes the next event of the run.
  public mutating func append(_ event: Event) {
    run.append(event)
    names.update(run.world)
    // Who was killed by the move ends with it, as the viewer notices.
    guard let lane = current?.lane,
      event.isObserved || run.world.lane(pid: event.pid, tid: event.tid) == lane
    else { return }
    current?.accesses += reader.accesses(of: event, names, run.world)
    if event.isObserved, event.kind == .processReap { noteDeath(of: event.object) }
  }

  /// Somebody was killed by the present move. Where he stood in a line (a notify that was his is the
  /// next one's, a barrier that waited for him is broken), the line has changed.
  private mutating func noteDeath(of process: ObjectID) {
    guard let lane = run.world.lane(of: process), case let path = names.path(of: lane),
      let option = current?.options.first(where: { $0.lane == path }), option.operation.isInLine
    else { return }
    current?.accesses.append(Access(option.operation.object, .write))
  }

  /// Whether everybody is at rest, and the last move has led to something.
  ///
  /// - Parameter outside: lanes that are outside the scheduler's view, and are not waited for.
  public func isAtRest(apartFrom outside: Set<LaneIndex> = []) -> Bool {
    let lanes = run.world.lanes
    if let current, lanes[current.lane].sinceSeq == current.since { return false }
    return !lanes.isEmpty && !lanes.indices.contains { !outside.contains($0) && isUnderWay($0) }
  }

  /// The lanes that are on their way.
  public var underWay: [LaneIndex] { run.world.lanes.indices.filter { isUnderWay($0) } }

  /// Whether a lane will come to its next gate by itself, or was let go and has given no sign yet.
  public func isUnderWay(_ lane: LaneIndex) -> Bool {
    run.world.isUnderWay(lane, isControlled: true) || isSilent(lane)
  }

  private func isSilent(_ lane: LaneIndex) -> Bool {
    let since = run.world.lanes[lane].sinceSeq
    if let current, current.lane == lane, current.since == since { return true }
    return away[lane] == since
  }

  /// Makes a step of the last move, if there was one. To be called when everybody is at rest.
  public mutating func finishMove() -> Step? {
    guard let done = current else { return nil }
    away[done.lane] = isSilent(done.lane) ? done.since : nil
    current = nil
    let step = Step(
      move: done.move, operation: done.operation, accesses: done.accesses, options: done.options)
    let wasStale = polls.isStale(done.question, of: step.lane)
    polls.note(step, done.question)
    if step.accesses.contains(where: \.mode.isChange) { fruitless = 0 }
    if wasStale { fruitless += 1 }
    steps.append(step)
    return step
  }

  /// Who is held, and who of them may move. To be called when everybody is at rest.
  public mutating func point() -> SchedulePoint {
    var options = held.map { lane, pending in option(lane, pending) }
    options.sort { $0.lane < $1.lane }
    let stale = options.count { $0.readiness == .stale }
    if stale > 0 {
      let others = options.contains { $0.readiness.canMove }
      if others {
        heldBack += stale
      } else if fruitless < Self.mostFruitless {
        options = options.map(\.asked)
      }
    }
    return SchedulePoint(step: steps.count, options: options)
  }

  /// Nobody will be let go any more: tells who waits for ever, and who would ask for ever.
  public mutating func conclude() { conclude(spinning: spinning) }

  /// The same, where somebody else has seen which lanes would ask for ever.
  public mutating func conclude(spinning: [LaneIndex]) { run.conclude(spinning: spinning) }

  /// The lanes that would only ask again what they have asked in vain.
  public var spinning: [LaneIndex] {
    held.filter { option($0.0, $0.1).readiness == .stale }.map(\.0)
  }

  private var held: [(LaneIndex, PendingOperation)] {
    run.world.lanes.indices.compactMap { lane in
      guard case .held(let pending) = run.world.lanes[lane].activity, !isSilent(lane) else {
        return nil
      }
      return (lane, pending)
    }
  }

  private func option(_ lane: LaneIndex, _ pending: PendingOperation) -> Option {
    let path = names.path(of: lane)
    let operation = names.operation(pending, of: lane, run.world)
    let readiness: Option.Readiness
    if polls.isStale(PollMemory.Question(operation, pending), of: path) {
      readiness = .stale
    } else {
      readiness =
        switch run.world.prospect(of: pending, by: lane) {
        case .happens: .ready
        case .timesOut: .timesOut
        case .waits: .blocked
        }
    }
    return Option(lane: path, operation: operation, readiness: readiness)
  }

  /// Begins a move: the lane that is to be let go.
  ///
  /// - Returns: its slot in the control page; nil where there is no such lane, or it is not held.
  public mutating func move(_ move: Move, in point: SchedulePoint) -> UInt64? {
    guard let lane = names.lane(at: move.lane), let option = point[move.lane],
      case .held(let pending) = run.world.lanes[lane].activity
    else { return nil }
    current = Current(
      move: move, lane: lane, operation: option.operation,
      question: PollMemory.Question(option.operation, pending), options: point.options,
      since: run.world.lanes[lane].sinceSeq)
    return pending.slot
  }

  /// The path of a lane.
  public func path(of lane: LaneIndex) -> LanePath { names.path(of: lane) }

  /// The lane at a path, if there is one.
  public func lane(at path: LanePath) -> LaneIndex? { names.lane(at: path) }
}

extension Option {
  /// The same, let ask although it will learn nothing new.
  fileprivate var asked: Option {
    guard readiness == .stale else { return self }
    return Option(lane: lane, operation: operation, readiness: .ready)
  }
}

extension StableOperation {
  /// Whether others notice that the one who is about to do it is gone.
  fileprivate var isInLine: Bool { kind == .conditionWake || kind == .barrierPass }
}
