import ProcModel
import ProcSchedule

/// Drives a run under control through a schedule, and then, by default, to its end.
struct Driver {
  private var pilot = Pilot()
  private var chooser: ReplayChooser
  /// What has happened since the last step was told, in channel order.
  private var untold: [Event] = []
  /// Who took too long to come to the next gate.
  private var outside: Set<LaneIndex> = []
  /// When something happened last, nanoseconds.
  private var lastNews = monotonicTime()
  /// A move that waits for a line of standard input.
  private var reading: Move?

  /// How long a lane may take to come to its next gate before it is outside the scheduler's view:
  /// long enough that no load of the machine makes a repeated run another one.
  private static let patience: UInt64 = 5_000_000_000

  /// What is to be done next.
  enum Next {
    /// Somebody is on his way.
    case wait
    /// The lane in this slot is to be let go, when this line has been typed for it.
    case letGo(slot: UInt64, line: String?)
    /// Somebody reads a line of standard input.
    case read
    /// Nobody can move any more.
    case over
    /// Schedule and run have parted.
    case parted(Parting)
  }

  /// A driver that follows `schedule`.
  init(_ schedule: Schedule) { chooser = ReplayChooser(schedule) }

  /// The moves that were made.
  var schedule: Schedule { Schedule(steps: pilot.steps) }

  /// The lanes that are outside the scheduler's view, by their names.
  var namesOutside: [String] {
    outside.sorted().map { Sanitizer.line(pilot.run.world.lanes[$0].name) }
  }

  /// The lanes that would only ask again what they have asked in vain.
  var spinning: [LaneIndex] { pilot.spinning }

  /// Takes events.
  mutating func append(_ events: [Event]) {
    for event in events { pilot.append(event) }
    untold += events
    if !events.isEmpty { lastNews = monotonicTime() }
    outside = outside.filter { pilot.isUnderWay($0) }
  }

  /// Whether everybody is at rest; who takes too long is outside the scheduler's view from then on.
  mutating func isAtRest(hasDying: Bool) -> Bool {
    if pilot.isAtRest(apartFrom: outside), !hasDying { return true }
    let lanes = pilot.run.world.lanes
    guard !lanes.isEmpty, monotonicTime() > lastNews + Self.patience else { return false }
    outside.formUnion(pilot.underWay)
    return true
  }

  /// Ends the step: its events, in an order that is the same every time.
  mutating func takeStep() -> [Event] {
    if let step = pilot.finishMove() { chooser.note(step) }
    defer { untold = [] }
    return StepOrder(pilot: pilot).sorted(untold)
  }

  /// Says what comes next, when everybody is at rest.
  mutating func next() -> Next {
    if reading != nil { return .read }
    // The main process has ended: its host ends whoever is left, and then the run is over.
    if hasMainEnded { return .wait }
    if let parting = chooser.parting { return .parted(parting) }
    if isOutside(chooser.next?.lane) { return .wait }
    let situation = pilot.situation()
    if situation.choices.isEmpty { return outside.isEmpty ? .over : .wait }
    guard let move = chooser.choose(situation) else { return .over }
    if let parting = chooser.parting { return .parted(parting) }
    guard situation[move.lane]?.operation.kind == .inputRead else { return make(move) }
    if chooser.isFollowing { return make(Move(move.lane, line: move.line ?? "")) }
    reading = move
    return .read
  }

  /// The line has come for which somebody waits.
  mutating func read(_ line: String) -> Next {
    guard let move = reading else { return .wait }
    reading = nil
    return make(Move(move.lane, line: line))
  }

  /// Why the schedule was not followed to its end, now that the run is over.
  var partingAtEnd: Parting? { chooser.partingAtEnd() }

  private mutating func make(_ move: Move) -> Next {
    guard let slot = pilot.move(move, in: pilot.situation()) else { return .over }
    lastNews = monotonicTime()
    return .letGo(slot: slot, line: move.line)
  }

  private var hasMainEnded: Bool {
    pilot.run.world.mainLane.map { pilot.run.world.lanes[$0].hasEnded } ?? false
  }

  private func isOutside(_ path: LanePath?) -> Bool {
    guard let path, let lane = pilot.lane(at: path) else { return false }
    return outside.contains(lane)
  }
}
