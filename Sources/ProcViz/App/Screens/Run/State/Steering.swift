import ProcModel
import ProcSchedule

/// Who holds and moves the processes of a run: the user with keys, or a schedule.
struct Steering: Sendable {
  /// What came out of the run, and the moves that were made while it was under control: who could
  /// move, since everybody is at rest, and who is outside the scheduler's view.
  var controller = RunController(.watched, reading: .asks)
  /// Whether the processes move.
  var mode: Mode
  /// Whether the run has been held from its first operation on: then its moves are its schedule.
  private(set) var isControlled: Bool
  /// The schedule that the run is driven through, while ``mode`` says so.
  private(set) var scheduleReplay: ScheduleReplay?
  /// The schedule that is stepped through, as long as no other move is made.
  var plan: Schedule?
  /// How long may be waited for events before it has to be looked how the run stands, in nanoseconds;
  /// nil: for ever, since nobody is on his way.
  var lookAgain: UInt64? = RunLimits.watched.interval

  /// Whether processes move.
  enum Mode: Sendable, Hashable {
    case running
    /// Every process is held at its next operation.
    case paused
    /// One operation is to happen, or happens.
    case stepping(StepProgress)
    /// The run is driven through a schedule.
    case following
    /// All processes have ended.
    case finished
  }

  /// How far a step has come.
  enum StepProgress: Sendable, Hashable {
    /// The processes are on their way to their gates; then one is let go: this lane, or the chosen
    /// one if it can move, else another.
    case gathering(LaneIndex?)
    /// This lane was let go; it had been in its state since this place in the trace.
    case moving(LaneIndex, since: Int)
  }

  /// A run that has just been asked for.
  ///
  /// - Parameters:
  ///   - isHeld: whether every process is held from its first operation on.
  ///   - scheduleReplay: what it is driven through; then it must be held.
  init(isHeld: Bool, scheduleReplay: ScheduleReplay?) {
    self.scheduleReplay = scheduleReplay
    isControlled = isHeld
    mode = scheduleReplay != nil ? .following : isHeld ? .paused : .running
  }
}

extension Steering {
  /// Whether nobody can move any more, though somebody has not ended: the run is over.
  var isDeadEnd: Bool { controller.isDeadEnd }

  /// Lets the run go freely: from now on its moves are not its schedule any more.
  mutating func release() {
    mode = .running
    isControlled = false
    scheduleReplay = nil
    controller.release()
  }

  /// Everything has ended.
  mutating func finish() {
    mode = .finished
    controller.release()
    lookAgain = nil
  }
}

/// A schedule that the run is driven through.
extension Steering {
  /// Drives the run through a schedule from here on.
  mutating func follow(_ replay: ScheduleReplay) {
    scheduleReplay = replay
    mode = .following
  }

  /// Asks the schedule for the next move.
  ///
  /// - Returns: nil where it leads no further.
  mutating func chooseBySchedule() -> RunController.Answer? {
    guard mode == .following, var replay = scheduleReplay, !replay.isOver else { return nil }
    defer { scheduleReplay = replay }
    return controller.choose(&replay)
  }

  /// The schedule that it is driven through from its start on, since it was given.
  var givenSchedule: Schedule? {
    scheduleReplay?.purpose == .given ? scheduleReplay?.schedule : nil
  }

  /// Notes a step that has come to its end.
  mutating func note(_ step: Step) { scheduleReplay?.note(step) }

  /// The schedule leads no further.
  ///
  /// - Returns: what is to be told; nil where none was followed.
  mutating func endFollowing() -> Localized? {
    guard mode == .following, let replay = scheduleReplay else { return nil }
    mode = .paused
    scheduleReplay = nil
    let done = plan == nil ? replay.doneNotice : SearchTexts.planDone
    return replay.scheduler.divergenceAtEnd()?.text ?? done
  }
}
