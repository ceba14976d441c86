import ProcLessons
import ProcModel
import ProcSchedule

/// The run screen: a run of a scenario or program, and how it is looked at. What belongs together has
/// a type of its own; here stand the few things that concern several of them.
struct RunState: Sendable {
  /// The number by which messages name the run.
  let number: Int
  /// What runs.
  let subject: Subject
  /// Who holds and moves its processes, and what came out of it.
  var steering: Steering
  /// Its time, as it is drawn.
  var clock = RunClock()
  /// From where it is looked at.
  var viewpoint = Viewpoint()
  /// How its lanes are arranged.
  var arrangement: LaneArrangement
  /// The events that are looked for.
  var find = FindState()
  /// The line being typed, if any.
  var typing: LineEditor?
  /// Something to be told until the next key.
  var notice: Localized?
  /// Why the run could not be started.
  var failure: Localized?
  /// Where it comes from, if it is not made here.
  var replay: ReplayState?
  /// How it stands with the recording that is made of it.
  var recording = RecordingState()
  /// What has become of the channel.
  var channel = ChannelState()

  /// A run that has just been asked for.
  ///
  /// - Parameters:
  ///   - isHeld: whether every process is held from its first operation on.
  ///   - scheduleReplay: what it is driven through; then it must be held.
  init(number: Int, subject: Subject, isHeld: Bool = false, scheduleReplay: ScheduleReplay? = nil) {
    self.number = number
    self.subject = subject
    steering = Steering(isHeld: isHeld, scheduleReplay: scheduleReplay)
    arrangement = LaneArrangement(
      expected: subject.scenario.map { $0.laneCount(subject.knobs) } ?? 1)
  }
}

extension RunState {
  /// What came out of it.
  var run: Run { steering.controller.run }

  /// Whether all processes have ended.
  var isFinished: Bool { steering.mode == .finished }

  /// Whether every process is held at its next operation, or will be; nobody is whose run was
  /// recorded.
  var isHeld: Bool { replay == nil && steering.mode != .running && !isFinished }

  /// The scenario that runs; nil where it is a program of the user's own.
  var scenario: Scenario? { subject.scenario }

  /// The settings of its knobs.
  var knobs: KnobValues { subject.knobs }

  /// The world that is looked at.
  var world: World { viewpoint.past?.world ?? run.world }

  /// What had been noticed by the moment that is looked at.
  var findings: [Finding] {
    viewpoint.past.map { run.findings(at: $0.world) } ?? run.findings
  }

  /// The time of the first event; 0 while there is none.
  var origin: UInt64 { run.world.startTime }

  /// The end of the drawn time, and the latest time that is known.
  var present: UInt64 { clock.present(of: run, isOver: isFinished) }
  var latest: UInt64 { clock.latest(of: run, isOver: isFinished) }

  /// The lane that waits for a line, if any.
  var inputLane: LaneIndex? {
    run.world.lanes.firstIndex { $0.activity == .blocked(.input) || $0.isHeldBeforeInput }
  }

  /// The lane, if it is held before it reads a line: it moves when one is typed.
  func heldBeforeInput(_ lane: LaneIndex) -> LaneIndex? {
    run.world.lanes[lane].isHeldBeforeInput ? lane : nil
  }

  /// Whether the run will never go on.
  var isAtEnd: Bool { steering.isDeadEnd || run.isStuck }

  /// Whether the settings have the knob `lock`.
  var hasLockKnob: Bool { scenario?.knobs.contains { $0.name == "lock" } ?? false }

  /// Takes an event out of the channel, and leaves out the stillness before it.
  mutating func append(_ event: Event) {
    clock.note(event, before: run)
    steering.controller.take(event)
    clock.note(event.time)
  }
}

extension LaneState {
  /// Whether it is held at its gate before it reads a line of standard input.
  var isHeldBeforeInput: Bool {
    if case .held(let pending) = activity { pending.kind == .inputRead } else { false }
  }
}
