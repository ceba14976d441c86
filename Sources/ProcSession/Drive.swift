import Glibc
import ProcModel
import ProcSchedule

/// One run under control, while it is made.
struct Drive {
  private let session: Session
  private let limits: ControlledRuns.Limits
  private let isCancelled: @Sendable () -> Bool
  private var pilot = Pilot()
  private var outside: Set<LaneIndex> = []

  init(
    session: Session, limits: ControlledRuns.Limits, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.session = session
    self.limits = limits
    self.isCancelled = isCancelled
  }

  /// Lets the chooser say who moves until the run is over, or it has enough.
  mutating func follow(_ chooser: inout any Chooser) -> Execution.End {
    while settle() {
      if let step = pilot.finishMove() { chooser.note(step) }
      if pilot.steps.count >= limits.steps { return .disturbed }
      let situation = pilot.situation()
      guard !situation.choices.isEmpty else {
        if !pilot.underWay.isEmpty, waitForOutside() { continue }
        return end(.complete)
      }
      guard let move = chooser.choose(situation) else { return end(.cut) }
      guard let slot = pilot.move(move, in: situation) else { return end(.cut) }
      if situation[move.lane]?.operation.kind == .inputRead { type(move.line ?? "") }
      session.letGo(slot: slot)
    }
    if let step = pilot.finishMove() { chooser.note(step) }
    if isCancelled() { return .cut }
    // Without its server, the run was ended before its time.
    return session.hostEndTime == nil ? end(.complete) : .disturbed
  }

  /// What was made of the run.
  func result(_ end: Execution.End) -> ControlledRuns.Result {
    var pilot = pilot
    let situation = pilot.situation()
    if end == .complete { pilot.conclude() }
    let run = pilot.run
    return ControlledRuns.Result(
      execution: Execution(
        steps: pilot.steps, remaining: situation.options, end: end,
        findings: end == .complete ? run.findings.map(\.kind) : [], heldBack: pilot.heldBack),
      run: run, outside: outside.sorted())
  }

  private func type(_ line: String) {
    // Where nobody reads any more, the step itself will say so.
    try? session.type(line: line)
  }

  private var run: Run { pilot.run }

  /// How the run ended; it says less where somebody did something outside the scheduler's view.
  private func end(_ end: Execution.End) -> Execution.End { outside.isEmpty ? end : .disturbed }

  /// Collects until everybody is at rest. Who takes too long is outside the scheduler's view from
  /// then on.
  ///
  /// - Returns: false where the run is over.
  private mutating func settle() -> Bool {
    // A program may take a while before it begins.
    var patience = run.trace.isEmpty ? limits.patience * 5 : limits.patience
    while true {
      let begin = monotonicNow()
      let events = session.collect(within: Int32(min(patience / 1_000_000 + 1, 50)))
      for event in events { pilot.append(event) }
      if !session.isInRun || session.hostEndTime != nil || isCancelled() { return false }
      if isAtRest { return true }
      let time = monotonicNow() - begin
      patience = events.isEmpty ? patience - min(patience, time) : limits.patience
      if patience == 0 {
        outside.formUnion(pilot.underWay)
        return true
      }
    }
  }

  private var isAtRest: Bool { pilot.isAtRest(apartFrom: outside) && !session.hasDying }

  /// Nobody can move but those who are outside the scheduler's view: waits for any news of them, for
  /// a good while.
  ///
  /// - Returns: whether there is any.
  private mutating func waitForOutside() -> Bool {
    let deadline = monotonicNow() + limits.patience * 5
    while monotonicNow() < deadline, session.isInRun, !isCancelled() {
      let events = session.collect(within: 50)
      for event in events { pilot.append(event) }
      if !events.isEmpty { return true }
    }
    return false
  }
}
