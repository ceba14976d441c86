public import ProcModel

/// Steers a run under control: the one algorithm of all who do so. It is pure. It takes events, the
/// time and who is dying, and answers what is to be done; whoever uses it does that.
///
/// ```
/// take(events)                   what has come out of the channel
/// look(…)  -> .underWay          somebody is on his way: look again, soon
///             .rest              everybody is at rest: the step is over
/// choose(&scheduler) -> .letGo … who moves then; or a person chooses: rest(), make(move)
/// ```
///
/// A lane that takes too long to come to its next gate is *outside* the scheduler's view until it
/// does: nobody waits for it, and the others can move without it.
public struct RunController: Sendable {
  /// How long is waited for what.
  public let limits: RunLimits
  /// The lanes that are outside the scheduler's view.
  public private(set) var outside: Set<LaneIndex> = []
  /// Who could move, since everybody is at rest; nil while somebody is on his way.
  public private(set) var point: SchedulePoint?

  private let reading: Reading
  private var controlled = ControlledRun()
  private var start: StartWatch
  private var clock: WaitClock
  /// Whether the clock is to begin anew at the next glance: something has happened.
  private var hasNews = true
  /// Whether nothing has happened since ``point`` was made.
  private var isPointFresh = false
  /// A move that waits for its line of standard input.
  private var waitingMove: Move?

  /// Where lines of standard input come from that no schedule tells.
  public enum Reading: Sendable {
    /// Somebody is asked for each.
    case asks
    /// All of them are empty.
    case isEmpty
  }

  /// Where a run stands.
  public enum Standing: Sendable, Hashable {
    /// Somebody is on his way: look again when there are events, or after so many nanoseconds.
    case underWay(again: UInt64)
    /// Everybody is at rest, apart from those outside the scheduler's view.
    ///
    /// - Parameter late: those who have just been found to be outside it, since they took too long.
    case rest(late: [LaneIndex])
    /// The program has not reported anything yet.
    case starting(StartWatch.Verdict)
  }

  /// A controller of a run that has not begun.
  public init(_ limits: RunLimits, reading: Reading) {
    self.limits = limits
    self.reading = reading
    start = StartWatch(limits)
    clock = WaitClock(interval: limits.interval, forgivesStops: false)
  }
}

// MARK: - Where the run stands

extension RunController {
  /// Takes the next event of the run.
  public mutating func take(_ event: Event) {
    controlled.append(event)
    hasNews = true
    isPointFresh = false
  }

  /// Takes the next events of the run.
  public mutating func take(_ events: [Event]) { for event in events { take(event) } }

  /// Says where the run stands. Who has taken too long is outside the scheduler's view from then on.
  public mutating func look(_ glance: Glance) -> Standing {
    outside = outside.filter { controlled.isUnderWay($0) }
    guard run.world.mainLane != nil else { return .starting(start.look(glance)) }
    if hasNews { clock.restart(glance) } else { clock.pass(glance) }
    hasNews = false
    if controlled.isAtRest(apartFrom: outside), !glance.hasDying { return .rest(late: []) }
    if clock.charged >= limits.step {
      let late = controlled.underWay.filter { !outside.contains($0) }
      outside.formUnion(late)
      return .rest(late: late)
    }
    return .underWay(again: glance.hasDying ? limits.death : limits.interval)
  }

  /// Everybody is at rest: ends the step that was made, if there was one, and says who could move.
  ///
  /// - Returns: the step.
  @discardableResult
  public mutating func rest() -> Step? {
    let step = controlled.finishMove()
    if point == nil || !isPointFresh { point = controlled.point() }
    isPointFresh = true
    return step
  }

  /// Whether nobody can move any more, and nobody is outside the scheduler's view who might change
  /// that: the run is over.
  public var isDeadEnd: Bool { point?.choices.isEmpty == true && outside.isEmpty }

  /// Whether the main process has ended: its host ends whoever is left, so nobody is let go any more.
  public var hasMainEnded: Bool {
    run.world.mainLane.map { run.world.lanes[$0].hasEnded } ?? false
  }
}

// MARK: - What comes next

extension RunController {
  /// What is to be done.
  public enum Answer: Sendable, Hashable {
    /// Nothing, until there are events, or so many nanoseconds have passed.
    case wait(UInt64)
    /// The lane in this slot is to be let go; the line, if there is one, is to be typed before.
    case letGo(slot: UInt64, line: String?)
    /// This lane reads a line of standard input: ``type(_:)``, when there is one.
    case needsLine(LaneIndex)
    /// The run is over.
    case over(End)
    /// The run does not go the way of the schedule that it is to follow.
    case diverged(Divergence)
  }

  /// Why a run is over.
  public enum End: Sendable, Hashable {
    /// Nobody can move, and nobody ever will: they have ended, or wait for ever.
    case nobodyMoves
    /// The scheduler gave it up.
    case givenUp
    /// Only those outside the scheduler's view could go on, and they gave no sign for a good while.
    case outside
    /// It has made as many steps as it may.
    case tooLong
    /// The program has not reported anything.
    case silent
  }

  /// What is to be done now: looks, and where everybody is at rest, has the scheduler choose.
  public mutating func next(_ glance: Glance, _ scheduler: inout some Scheduler) -> Answer {
    switch self.look(glance) {
    case .underWay(let time): return .wait(time)
    case .starting(.isSilent): return .over(.silent)
    case .starting(.starts), .starting(.isSlow): return .wait(limits.interval)
    case .rest: return choose(&scheduler)
    }
  }

  /// Everybody is at rest: has the scheduler choose who moves.
  public mutating func choose(_ scheduler: inout some Scheduler) -> Answer {
    if let waitingMove { return ask(waitingMove) }
    if let step = rest() { scheduler.note(step) }
    if hasMainEnded { return waitForHost() }
    if let divergence = scheduler.divergence { return .diverged(divergence) }
    guard let point else { return .wait(limits.interval) }
    if isOutside(scheduler.awaited) { return waitForNews() }
    guard !point.choices.isEmpty else { return isDeadEnd ? .over(.nobodyMoves) : waitForNews() }
    if let most = limits.steps, steps.count >= most { return .over(.tooLong) }
    guard let move = scheduler.choose(point) else { return .over(.givenUp) }
    if let divergence = scheduler.divergence { return .diverged(divergence) }
    let answer = make(scheduler.isFollowing ? completed(move, point) : move)
    if case .needsLine = answer { waitingMove = move }
    return answer
  }

  /// Begins a move. To be called when everybody is at rest.
  public mutating func make(_ move: Move) -> Answer {
    guard let point, let option = point[move.lane] else { return .wait(limits.interval) }
    let isReading = option.operation.kind == .inputRead
    if isReading, move.line == nil, reading == .asks { return ask(move) }
    guard let slot = controlled.move(move, in: point) else { return .over(.givenUp) }
    self.point = nil
    hasNews = true
    return .letGo(slot: slot, line: isReading ? move.line ?? "" : nil)
  }

  /// The line has come that ``Answer/needsLine(_:)`` asked for.
  public mutating func type(_ line: String) -> Answer {
    guard let move = waitingMove else { return .wait(limits.interval) }
    waitingMove = nil
    return make(Move(move.lane, line: line))
  }

  /// The run goes on freely: its moves are not its schedule any more.
  public mutating func release() {
    point = nil
    waitingMove = nil
    outside = []
  }

  private func ask(_ move: Move) -> Answer {
    controlled.lane(at: move.lane).map { .needsLine($0) } ?? .over(.givenUp)
  }

  /// A schedule that says nothing of a line means an empty one: nobody is asked.
  private func completed(_ move: Move, _ point: SchedulePoint) -> Move {
    guard reading == .asks, move.line == nil, point[move.lane]?.operation.kind == .inputRead else {
      return move
    }
    return Move(move.lane, line: "")
  }

  private func isOutside(_ path: LanePath?) -> Bool {
    guard let path, let lane = controlled.lane(at: path) else { return false }
    return outside.contains(lane)
  }

  /// Its host ends the run, unless something has stopped the host.
  private func waitForHost() -> Answer {
    if limits.news != nil, clock.charged >= limits.step { return .over(.outside) }
    return .wait(limits.interval)
  }

  private func waitForNews() -> Answer {
    if let most = limits.news, clock.charged >= most { return .over(.outside) }
    return .wait(limits.interval)
  }
}

// MARK: - The run

extension RunController {
  /// The run so far.
  public var run: Run { controlled.run }

  /// The steps that were made.
  public var steps: [Step] { controlled.steps }

  /// The moves that were made, with checks.
  public var schedule: Schedule { Schedule(steps: controlled.steps) }

  /// How often a lane was kept from asking again what it had asked in vain.
  public var heldBack: Int { controlled.heldBack }

  /// The lanes that would only ask again what they have asked in vain.
  public var spinning: [LaneIndex] { controlled.spinning }

  /// Nobody will be let go any more: tells who waits for ever, and who would ask for ever.
  public mutating func conclude() { controlled.conclude() }

  /// The same, where somebody else has seen which lanes would ask for ever.
  public mutating func conclude(spinning: [LaneIndex]) { controlled.conclude(spinning: spinning) }

  /// The path of a lane.
  public func path(of lane: LaneIndex) -> LanePath { controlled.path(of: lane) }

  /// The lane at a path, if there is one.
  public func lane(at path: LanePath) -> LaneIndex? { controlled.lane(at: path) }
}
