import ProcLessons
import ProcModel
import ProcSchedule

/// The run screen: a run of a scenario or program, and how it is looked at.
struct RunState: Sendable {
  /// The number by which messages name the run.
  let number: Int
  /// What runs.
  let subject: Subject
  /// What came out of it, and the moves that were made while it was under control: who could move,
  /// since everybody is at rest, and who is outside the scheduler's view.
  var controller = RunController(.watched, reading: .asks)
  /// Whether it moves.
  var mode: Mode
  /// Whether it has been held from its first operation on: then its moves are its schedule.
  var isControlled: Bool
  /// The schedule that it is driven through, while ``mode`` says so.
  var scheduleReplay: ScheduleReplay?
  /// The schedule that is stepped through, as long as no other move is made.
  var plan: Schedule?
  /// How long may be waited for events before it has to be looked how the run stands, in nanoseconds;
  /// nil: for ever, since nobody is on his way.
  var lookAgain: UInt64? = RunLimits.watched.interval
  /// The time axis without the long stretches in which nothing could happen.
  var elastic = ElasticTime()
  /// The latest time that is known, nanoseconds of the events' clock.
  var now: UInt64 = 0
  /// Which part of the time is shown.
  var window = TimeWindow()
  /// Whether a column of the lanes stands for events instead of time, and which are shown then.
  var showsEvents = false
  var eventWindow = EventWindow()
  /// The moment that is looked at; nil: the present.
  var past: PastMoment?
  /// The moments that are marked, rising.
  var marks: [Int] = []
  /// The events that are looked for, if any, and what was looked for last.
  var search: EventSearch?
  var lastSearch: String?
  /// The lane chosen.
  var chosenLane = 0
  /// The first row of lanes shown, where not all have room.
  var firstRow = 0
  /// How the lanes are arranged, and what is hidden.
  var choice = LaneChoice()
  /// At least as many lanes are to be expected; they get their rows from the start.
  var expectedLanes: Int
  /// The line being typed, if any.
  var typing: LineEditor?
  /// The lane that moves when a line for it is typed: it is held before it reads.
  var typingLane: LaneIndex?
  /// Something to be told until the next key.
  var notice: Localized?
  /// Why the run could not be started.
  var failure: Localized?
  /// Where it comes from, if it is not made here.
  var replay: ReplayState?
  /// The file that it is being recorded to.
  var recordedTo: String?
  /// Whether recording it could not go on.
  var hasRecordingFailed = false
  /// How many malformed stretches came out of the channel.
  var malformed = 0
  /// How far the viewer is behind, nanoseconds.
  var behind: UInt64 = 0

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
  init(number: Int, subject: Subject, isHeld: Bool = false, scheduleReplay: ScheduleReplay? = nil) {
    self.number = number
    self.subject = subject
    self.scheduleReplay = scheduleReplay
    isControlled = isHeld
    mode = scheduleReplay != nil ? .following : isHeld ? .paused : .running
    expectedLanes = subject.scenario.map { $0.laneCount(subject.knobs) } ?? 1
  }
}

/// A moment of the past: the world after so many events.
struct PastMoment: Sendable {
  /// How many events had happened.
  let count: Int
  /// What was known then.
  let world: World
  /// What the last of them was, in a sentence.
  let sentence: Localized
}

extension RunState {
  /// What came out of it.
  var run: Run { controller.run }

  /// The scenario that runs; nil where it is a program of the user's own.
  var scenario: Scenario? { subject.scenario }

  /// The settings of its knobs.
  var knobs: KnobValues { subject.knobs }

  /// The world that is looked at.
  var world: World { past?.world ?? run.world }

  /// What had been noticed by the moment that is looked at.
  var findings: [Finding] {
    past.map { run.findings(at: $0.world) } ?? run.findings
  }

  /// The time of the first event; 0 while there is none.
  var origin: UInt64 { run.world.startTime }

  /// The time of the last event.
  var lastEventTime: UInt64 { run.trace.last?.time ?? 0 }

  /// The lane that waits for a line, if any.
  var inputLane: LaneIndex? {
    run.world.lanes.firstIndex { $0.activity == .blocked(.input) || $0.isHeldBeforeInput }
  }

  /// Whether the run will never go on.
  var isAtEnd: Bool { isDeadEnd || run.isStuck }

  /// Whether the settings have the knob `lock`.
  var hasLockKnob: Bool { scenario?.knobs.contains { $0.name == "lock" } ?? false }
}

extension LaneState {
  /// Whether it is held at its gate before it reads a line of standard input.
  var isHeldBeforeInput: Bool {
    if case .held(let pending) = activity { pending.kind == .inputRead } else { false }
  }
}
