import ProcModel
import ProcSchedule
import Testing

/// The controller of runs: events and times in, answers out.
@Suite struct RunControllerTests {
  private typealias Answer = RunController.Answer
  private static let interval = Answer.wait(RunLimits.watched.interval)
  private static func letGo(_ pid: Int32, _ line: String? = nil) -> Answer {
    .letGo(slot: UInt64(pid), line: line)
  }

  // MARK: - Rest

  @Test func whoIsOnItsWayIsWaitedFor() {
    var stage = Stage()
    #expect(stage.look() == Self.interval)  // not even begun
    stage.begin()
    #expect(stage.look() == Self.interval)
    stage.gate(Stage.main, .valueRead, Stage.value)
    #expect(stage.look() == Self.letGo(Stage.main))
    #expect(stage.look() == Self.interval)  // it has been let go, and has given no sign
    stage.read(Stage.main)
    #expect(stage.look() == Self.letGo(Stage.main))
    #expect(stage.controller.steps.map(\.operation.kind) == [.valueRead])
  }

  @Test func aChildThatWasStartedIsWaitedFor() {
    var stage = Stage()
    stage.begin()
    stage.report(Stage.main, .processStart, Stage.process(Stage.first), text: "Process-1")
    stage.gate(Stage.main, .joinDone, Stage.process(Stage.first))
    #expect(stage.look() == Self.interval)
    stage.gate(Stage.first, .processBegin, Stage.process(Stage.first))
    #expect(stage.look() == Self.letGo(Stage.first))
  }

  @Test func whoIsDyingIsWaitedForButNotForEver() {
    var stage = Stage.atGates()
    stage.set(dying: true)
    #expect(stage.look() == .wait(RunLimits.watched.death))
    stage.set(dying: false)
    #expect(stage.look() == Self.letGo(Stage.first))
    var stubborn = Stage.atGates()
    stubborn.set(dying: true)
    #expect(stubborn.look(seconds: 2.9) == .wait(RunLimits.watched.death))
    #expect(stubborn.look(seconds: 0.3) == Self.letGo(Stage.first))
    #expect(stubborn.controller.outside.isEmpty)
  }

  @Test func nobodyIsLetGoWhoseMainProcessHasEnded() {
    var stage = Stage.atGates()
    stage.report(Stage.main, .processExit, Stage.process(Stage.main))
    #expect(stage.look() == Self.interval)
    #expect(stage.look(seconds: 30) == Self.interval)
  }

  // MARK: - Outside the view

  @Test func aLaneThatTakesTooLongIsOutsideTheViewUntilItComes() {
    var stage = Stage.atGates()
    #expect(stage.look() == Self.letGo(Stage.first))
    #expect(stage.look(seconds: 2.9) == Self.interval)
    #expect(stage.controller.outside == [])
    #expect(stage.look(seconds: 0.3) == Self.letGo(Stage.second))
    #expect(stage.controller.outside == [1])
    stage.read(Stage.second)
    stage.read(Stage.first)  // here it comes
    #expect(stage.look() == Self.letGo(Stage.second))
    #expect(stage.controller.outside == [])
  }

  @Test func newsBeginTheTimeAnew() {
    var stage = Stage.atGates()
    _ = stage.look()
    for _ in 0..<5 {
      stage.look(seconds: 2)
      stage.report(Stage.first, .note, text: "still at it")
    }
    #expect(stage.look() == Self.interval)
    #expect(stage.controller.outside == [])
  }

  @Test func theViewersOwnPauseDoesNotCount() {
    var stage = Stage.atGates()
    _ = stage.look()
    #expect(stage.look(after: 3_600_000_000_000) == Self.interval)
    #expect(stage.look(after: 3_600_000_000_000) == Self.interval)
    #expect(stage.controller.outside == [])
  }

  @Test(arguments: [
    (TaskActivity.State.running, UInt64(0), false), (.running, 2_000_000, false),
    (.running, 100_000_000, true), (.asleep, 0, true), (.stopped, 0, true),
  ])
  func onlyTimeCountsThatALaneCouldUse(
    state: TaskActivity.State, cpu: UInt64, isOutside: Bool
  ) {
    var stage = Stage.atGates()
    _ = stage.look()
    stage.set(TaskActivity(cpu: 0, state: state))
    stage.look(seconds: 4, cpu: cpu)
    #expect(stage.controller.outside.isEmpty == !isOutside)
  }

  @Test func aSearchDoesNotWaitForEverForLanesOutsideTheView() {
    for (limits, end) in [(RunLimits.search, Answer.over(.outside)), (.watched, Self.interval)] {
      var stage = Stage(limits)
      stage.begin()
      stage.gate(Stage.main, .valueRead, Stage.value)
      _ = stage.look()
      #expect(stage.look(seconds: 14.8) == Self.interval)
      #expect(stage.look(seconds: 0.5) == end)
    }
  }

  // MARK: - The start

  @Test(arguments: [
    (TaskActivity.State.asleep, UInt64(0), true), (.running, 100_000_000, true),
    (.running, 0, false), (.running, 5_000_000, false), (.stopped, 0, false),
  ])
  func aSlowStartIsNoFailure(state: TaskActivity.State, cpu: UInt64, isSilent: Bool) {
    var stage = Stage()
    stage.set(TaskActivity(cpu: 0, state: state))
    #expect(stage.look(seconds: 4.9, cpu: cpu) == Self.interval)
    #expect(stage.look(seconds: 0.5, cpu: cpu) == (isSilent ? .over(.silent) : Self.interval))
  }

  @Test func itIsSaidThatAStartIsSlow() {
    var watch = StartWatch()
    var verdicts: [StartWatch.Verdict] = []
    for tenth in 0..<120 {
      let state = tenth < 60 ? TaskActivity.State.stopped : .asleep
      verdicts.append(
        watch.look(
          Glance(
            time: UInt64(tenth) * 100_000_000, hasDying: false,
            activity: TaskActivity(cpu: 0, state: state))))
    }
    #expect(verdicts[49] == .starts && verdicts[51] == .isSlow && verdicts[100] == .isSlow)
    #expect(verdicts[119] == .isSilent)
  }

  // MARK: - Ends

  @Test func whereNobodyCanMoveTheRunIsOver() {
    var stage = Stage()
    stage.begin()
    stage.report(Stage.main, .lockAcquire, Stage.lock)
    stage.gate(Stage.main, .lockAcquire, Stage.lock)
    #expect(stage.look() == .over(.nobodyMoves))
    #expect(stage.controller.isDeadEnd)
    stage.controller.conclude()
    #expect(stage.controller.run.findings.map(\.kind) == [.deadlock])
  }

  @Test func whoWouldAskInVainForEverIsNotLetGoForEver() {
    var stage = Stage(.search, reading: .isEmpty)
    stage.begin()
    stage.start(Stage.first)
    stage.gate(Stage.main, .poll, Stage.process(Stage.first))
    stage.gate(Stage.first, .lockAcquire, Stage.lock)
    stage.report(Stage.main, .lockAcquire, Stage.lock)
    stage.gate(Stage.main, .poll, Stage.process(Stage.first))
    var asked = 0
    while case .letGo = stage.look(), asked < 1000 {
      asked += 1
      stage.report(Stage.main, .poll, Stage.process(Stage.first), value: 1)
      stage.gate(Stage.main, .poll, Stage.process(Stage.first))
    }
    #expect(asked == 101)
    #expect(stage.look() == .over(.nobodyMoves))
    #expect(stage.controller.spinning == [0])
    stage.controller.conclude()
    #expect(stage.controller.run.findings.map(\.kind) == [.livelock])
  }

  @Test func aRunOfASearchHasSoManyStepsAtMost() {
    var limits = RunLimits.search
    limits.steps = 3
    var stage = Stage(limits)
    stage.begin()
    stage.gate(Stage.main, .valueWrite, Stage.value)
    for _ in 0..<3 {
      #expect(stage.look() == Self.letGo(Stage.main))
      stage.report(Stage.main, .valueWrite, Stage.value)
      stage.gate(Stage.main, .valueWrite, Stage.value)
    }
    #expect(stage.look() == .over(.tooLong))
  }

  // MARK: - Schedules

  @Test func aScheduleIsFollowedAndItsEndGoesByDefault() throws {
    var stage = Stage.atGates(following: ReplayScheduler(try Schedule(text: "v1.2")))
    #expect(stage.look() == Self.letGo(Stage.second))
    stage.read(Stage.second)
    #expect(stage.look() == Self.letGo(Stage.second))
    #expect(stage.controller.schedule.moves.map(\.lane.description) == ["2"])
  }

  @Test(
    arguments: [("v1.7", Divergence.Reason.absent), ("v1.0", nil)] as [(String, Divergence.Reason?)]
  )
  func aScheduleThatDoesNotFitIsLeftThere(text: String, reason: Divergence.Reason?) throws {
    var stage = Stage.atGates(following: ReplayScheduler(try Schedule(text: text)))
    guard case .diverged(let divergence) = stage.look() else {
      Issue.record("it went on")
      return
    }
    #expect(divergence.move == 1)
    if let reason { #expect(divergence.reason == reason) }
  }

  @Test func aScheduleWaitsForItsLaneThoughOthersCouldMove() throws {
    var stage = Stage.atGates(following: ReplayScheduler(try Schedule(text: "v1.1x2")))
    #expect(stage.look() == Self.letGo(Stage.first))
    #expect(stage.look(seconds: 20) == Self.interval)
    #expect(stage.controller.outside == [1])
    stage.read(Stage.first)
    #expect(stage.look() == Self.letGo(Stage.first))
  }

  // MARK: - Lines

  private static func reader(
    _ reading: RunController.Reading, _ text: String
  ) throws -> Stage {
    var stage = Stage(reading: reading, following: ReplayScheduler(try Schedule(text: text)))
    stage.begin()
    stage.gate(Stage.main, .inputRead)
    return stage
  }

  @Test func whoReadsIsLetGoWithALine() throws {
    var stage = try Self.reader(.asks, "v1")
    #expect(stage.look() == .needsLine(0))
    #expect(stage.look(seconds: 20) == .needsLine(0))  // whoever is asked may take his time
    #expect(stage.controller.type("hello") == Self.letGo(Stage.main, "hello"))
    stage.report(Stage.main, .inputRead, text: "hello")
    stage.gate(Stage.main, .inputRead)
    #expect(stage.look() == .needsLine(0))
    #expect(stage.controller.steps.map(\.move.line) == ["hello"])
  }

  @Test(arguments: [("v1.0=a", "a"), ("v1.0", "")])
  func aScheduleBringsItsLines(text: String, line: String) throws {
    var stage = try Self.reader(.asks, text)
    #expect(stage.look() == Self.letGo(Stage.main, line))
  }

  @Test func aSearchReadsEmptyLines() throws {
    var stage = try Self.reader(.isEmpty, "v1")
    #expect(stage.look() == Self.letGo(Stage.main, ""))
  }

  // MARK: - A person chooses

  @Test func aMoveThatIsAskedForIsMadeAtRestOnly() {
    var stage = Stage.atGates()
    let glance = Glance(time: 1, hasDying: false, activity: nil)
    #expect(stage.controller.make(Move(LanePath([2]))) == Self.interval)
    #expect(stage.controller.look(glance) == .rest(late: []))
    stage.controller.rest()
    #expect(stage.controller.point?.choices.map(\.lane.description) == ["1", "2"])
    #expect(stage.controller.make(Move(LanePath([2]))) == Self.letGo(Stage.second))
    #expect(stage.controller.point == nil)
    #expect(stage.controller.make(Move(LanePath([1]))) == Self.interval)
  }
}
