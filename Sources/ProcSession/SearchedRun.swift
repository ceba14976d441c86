import Glibc
import ProcModel
import ProcSchedule

/// One run under control, while a search makes it: does what the controller says.
struct SearchedRun {
  private let session: Session
  private let isCancelled: @Sendable () -> Bool
  private var controller: RunController
  /// The lanes that were ever outside the scheduler's view in this run, whether they came back
  /// or not, and those of them that a signal had stopped.
  private var known: Set<LaneIndex> = []
  private var stopped: Set<LaneIndex> = []

  init(session: Session, isCancelled: @escaping @Sendable () -> Bool) {
    self.session = session
    self.isCancelled = isCancelled
    controller = RunController(.search, reading: .isEmpty)
  }

  /// Lets the scheduler say who moves until the run is over, or it has enough.
  mutating func follow(_ scheduler: inout any Scheduler) -> Execution.End {
    while session.isInRun, session.hostEndTime == nil, !isCancelled() {
      let answer = controller.next(session.glance(), &scheduler)
      noteStopped()
      switch answer {
      case .wait(let time):
        controller.take(session.collect(within: Int32(clamping: time / 1_000_000 + 1)))
      case .letGo(let slot, let line):
        if let line { type(line) }
        session.letGo(slot: slot)
      case .over(let end):
        return self.end(end)
      case .needsLine: return .cut
      case .diverged: return .disturbed
      }
    }
    if let step = controller.rest() { scheduler.note(step) }
    if isCancelled() { return .cut }
    // Without its server, the run was ended before its time.
    return session.hostEndTime == nil ? end(.nobodyMoves) : .disturbed
  }

  /// What was made of the run.
  func result(_ end: Execution.End) -> ControlledRuns.Result {
    var controller = controller
    controller.rest()
    if end == .complete { controller.conclude() }
    let run = controller.run
    return ControlledRuns.Result(
      execution: Execution(
        steps: controller.steps, remaining: controller.point?.options ?? [], end: end,
        findings: end == .complete ? run.findings.map(\.kind) : [],
        heldBack: controller.heldBack, hasUnknownKinds: run.world.unknownCount > 0),
      run: run, outside: known.sorted(), stopped: stopped.sorted())
  }

  /// Sees of every lane that has just left the scheduler's view whether a signal has stopped it.
  private mutating func noteStopped() {
    let new = controller.outside.subtracting(known)
    known.formUnion(new)
    let lanes = controller.run.world.lanes
    stopped.formUnion(new.filter { ProcessWatch.isStopped(lanes[$0].pid) })
  }

  /// How the run ended; it says less where somebody did something outside the scheduler's view.
  private func end(_ end: RunController.End) -> Execution.End {
    guard known.isEmpty else { return .disturbed }
    return switch end {
    case .nobodyMoves: .complete
    case .givenUp: .cut
    case .outside, .tooLong, .silent: .disturbed
    }
  }

  private func type(_ line: String) {
    // Where nobody reads any more, the step itself will say so.
    try? session.type(line: line)
  }
}
