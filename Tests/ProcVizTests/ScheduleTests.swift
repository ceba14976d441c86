import ProcModel
import ProcSchedule
import Testing

@testable import ProcLessons
@testable import ProcViz

/// A run under control: digits, schedules that are followed, steps that are taken back.
@Suite struct ScheduleTests {
  private static let subject = Subject.scenario(
    ScenarioChoice(
      scenario: Fixtures.scenario, knobs: KnobValues(defaultsOf: Fixtures.scenario)))

  /// Two workers that are about to read, and main that waits for the first.
  private static func controlled() -> Script {
    var script = Script()
    script.beginMain()
    script.add(
      .objectDefine, by: Script.main, object: Script.counter, value: ObjectKind.value.rawValue,
      text: "counter")
    script.start(4712, "Process-1")
    script.start(4713, "Process-2")
    script.at(2)
    script.gate(Script.main, before: .joinDone, object: Script.process(4712), slot: 0)
    for (slot, pid) in zip([1, 2] as [UInt64], [4712, 4713] as [Int32]) {
      script.begin(pid, "Process-\(slot)")
      script.gate(pid, before: .valueRead, object: Script.counter, slot: slot)
    }
    return script
  }

  /// A held run that has come so far, driven through `schedule` if there is one.
  private func open(_ text: String? = nil, _ language: Language = .en) throws -> AppState {
    var state = Fixtures.menu(100, 30, language)
    if let text {
      let schedule = try Schedule(text: text)
      _ = Update.launch(Self.subject, schedule: schedule, in: &state)
    } else {
      _ = Update.launch(Self.subject, isHeld: true, in: &state)
      state.take(Self.controlled().events)
    }
    return state
  }

  /// A worker reads, and is held before it writes.
  private func read(_ pid: Int32, slot: UInt64, after script: inout Script) -> [Event] {
    let seen = script.events.count
    script.at(Double(seen))
    script.add(.valueRead, by: pid, object: Script.counter, value: 0)
    script.gate(pid, before: .valueWrite, object: Script.counter, slot: slot)
    return Array(script.events[seen...])
  }

  @Test("a digit moves its lane at once, and makes it the chosen one")
  func digits() throws {
    var state = try open()
    var script = Self.controlled()
    #expect(state.screen.contains("3 Process-2") && state.screen.contains("▸ value.read counter"))
    #expect(state.type("3") == [.letGo(slot: 2)])
    #expect(state.run?.arrangement.chosen == 2)
    #expect(state.type("2").isEmpty)  // one step at a time
    state.take(read(4713, slot: 2, after: &script))
    #expect(state.screen.contains("PAUSED") && state.screen.contains("move 1"))
    #expect(state.type("2") == [.letGo(slot: 1)])
    state.take(read(4712, slot: 1, after: &script))
    #expect(state.run?.steering.controller.steps.map(\.lane.description) == ["2", "1"])
  }

  @Test("a digit says why a lane cannot move", arguments: Language.allCases)
  func refusals(language: Language) throws {
    var state = try open(nil, language)
    #expect(state.type("1").isEmpty)
    #expect(
      state.screen.contains(
        language == .en ? "MainProcess has to wait: join.done" : "MainProcess 须等待：join.done"))
    #expect(state.screen.contains("∥ join.done Process-1"))
    #expect(state.type("7").isEmpty)
    #expect(state.screen.contains(StepTexts.noLane(7)[language]))
    state.type(" ")
    #expect(state.type("2").isEmpty)
    #expect(state.screen.contains(StepTexts.digitsWhenPaused[language]))
  }

  @Test("a schedule is followed as fast as the processes come to their gates, then all stay held")
  func following() throws {
    var state = try open("v1.2.1")
    var script = Self.controlled()
    #expect(state.screen.contains("REPEATING"))
    #expect(state.take(script.events) == [.letGo(slot: 2)])
    #expect(state.take(read(4713, slot: 2, after: &script)) == [.letGo(slot: 1)])
    #expect(state.take(read(4712, slot: 1, after: &script)).isEmpty)
    #expect(state.screen.contains("PAUSED") && state.screen.contains("the schedule is done"))
    state.press(.down)
    #expect(!state.screen.contains("the schedule is done"))
  }

  @Test(
    "a schedule that does not fit says where and why, and the run stays there",
    arguments: Language.allCases)
  func divergence(language: Language) throws {
    var state = try open("v1.2.0x3", language)
    var script = Self.controlled()
    #expect(state.take(script.events) == [.letGo(slot: 2)])
    #expect(state.take(read(4713, slot: 2, after: &script)).isEmpty)
    #expect(state.screen.contains("PAUSED"))
    #expect(state.screen.contains(language == .en ? "part at move 2 of 4" : "第 2 步（共 4 步）"))
    #expect(state.run?.steering.controller.steps.count == 1)
  }

  @Test("a process that is about to die is waited for")
  func dying() throws {
    var state = try open("v1.2")
    let glance = Glance(time: 0, hasDying: true, activity: nil)
    let batch = EventBatch(events: Self.controlled().events, glance: glance)
    #expect(Update.apply(.events(run: 1, batch), to: &state).isEmpty)
    #expect(state.run?.steering.lookAgain == RunLimits.watched.death)
    let effects = Update.apply(.events(run: 1, EventBatch(events: [])), to: &state)
    #expect(effects == [.letGo(slot: 2)])
  }

  @Test("u runs the same again without the last step, also while it is at that")
  func stepBack() throws {
    var state = try open()
    var script = Self.controlled()
    #expect(state.type("u").isEmpty)
    #expect(state.screen.contains(StepTexts.nothingToTakeBack.en))
    for (digit, pid, slot) in [("3", 4713, 2), ("2", 4712, 1)] as [(String, Int32, UInt64)] {
      state.type(digit)
      state.take(read(pid, slot: slot, after: &script))
    }
    guard case .launch(let launching)? = state.type("u").first else {
      Issue.record("nothing was started")
      return
    }
    #expect(launching.isHeld && launching.run == 2)
    #expect(state.screen.contains("step back: repeating 1 moves"))
    #expect(state.run?.steering.scheduleReplay?.schedule.moves.map(\.lane.description) == ["2"])
    state.type("u")
    #expect(state.run?.steering.scheduleReplay?.schedule.moves.isEmpty == true)
    let batch = EventBatch(events: Self.controlled().events)
    #expect(Update.apply(.events(run: 3, batch), to: &state).isEmpty)
    #expect(state.screen.contains("PAUSED") && state.screen.contains("move 0"))
  }

  @Test("u after a run that ran freely repeats what was read from its trace")
  func stepBackOfFreeRun() {
    var state = Fixtures.run(.lostUpdate())
    state.type("u")
    #expect(state.screen.contains("as far as possible"))
    // Main starts both; they begin, read, read, write, write, print, and end as main joins them.
    let lanes = state.run?.steering.scheduleReplay?.schedule.moves.map(\.lane.description).joined(
      separator: " ")
    #expect(lanes == "0 0 1 2 1 2 1 2 1 1 2 0 0")
  }

  @Test("the operation of a lane that takes too long is out of view, and the others can move")
  func outside() throws {
    var state = try open()
    state.type("3")
    // The viewer itself was suspended for an hour: that is not the lane's fault.
    state.look(at: 0, 3_600_000_000_000)
    #expect(state.screen.contains("STEPPING"))
    state.look(at: 3_600_000_000_000, 3_603_000_000_000)
    #expect(state.screen.contains("PAUSED"))
    #expect(state.screen.contains("Process-2 is outside the scheduler's view"))
    #expect(state.type("2") == [.letGo(slot: 1)])
  }

  @Test("a lane that reads moves with the line that is typed for it")
  func reading() throws {
    var state = Fixtures.menu(100, 30)
    _ = Update.launch(Self.subject, isHeld: true, in: &state)
    var script = Script()
    script.beginMain()
    script.add(.inputWait, by: Script.main, text: ">>> ")
    script.gate(Script.main, before: .inputRead, object: .none, slot: 5)
    state.take(script.events)
    #expect(state.type("s").isEmpty)
    #expect(state.screen.contains("input for MainProcess"))
    state.type("1u")
    #expect(state.press(.enter) == [.type("1u"), .letGo(slot: 5)])
    let seen = script.events.count
    script.add(.inputRead, by: Script.main, text: "1u")
    script.gate(Script.main, before: .output, object: .none, slot: 5)
    state.take(script.events[seen...])
    #expect(state.run?.steering.controller.steps.first?.move == Move(.main, line: "1u"))
  }

  @Test("y shows the command that repeats the run, and hands it to the clipboard")
  func command() throws {
    var state = try open()
    var script = Self.controlled()
    state.type("3")
    state.take(read(4713, slot: 2, after: &script))
    guard case .copy(let command)? = state.type("y").first else {
      Issue.record("nothing to copy")
      return
    }
    #expect(command.hasPrefix("procviz run counter --schedule v1.2:"))
    #expect(state.screen.contains(command))
    state.press(.escape)
    #expect(state.screen.contains("PAUSED"))
    state.type(" ")
    #expect(state.type("y").isEmpty)
    #expect(state.screen.contains("this run ran freely"))
  }

  @Test("words are quoted as a shell needs it, letters encoded as a terminal does")
  func words() {
    let command = Subject.program(["./a b", "it's", "--x=1", ""]).command(repeating: Schedule())
    #expect(command == #"procviz run --schedule v1 -- './a b' 'it'\''s' --x=1 ''"#)
    #expect(
      ["", "M", "Ma", "Man", "锁"].map(Base64.encoded) == ["", "TQ==", "TWE=", "TWFu", "6ZSB"])
  }
}

extension AppState {
  /// Looks, while nothing comes, ten times a second from one time to another, in nanoseconds; the
  /// first look is at the first of them, the last at the other.
  fileprivate mutating func look(at first: UInt64, _ last: UInt64) {
    let isLong = last - first > 60_000_000_000
    let times = isLong ? [first, last] : Array(stride(from: first, through: last, by: 100_000_000))
    for time in times {
      let glance = Glance(time: time, hasDying: false, activity: nil)
      _ = Update.apply(.events(run: 1, EventBatch(events: [], glance: glance)), to: &self)
    }
  }
}
