import HeadlessHarness
import TerminalHarness
import Testing

/// The user is the scheduler: digits move lanes, `u` takes steps back, schedules are followed.
@Suite struct ScheduleTests {
  /// A counter with two workers, one addition each, both of which have begun.
  private func counter(_ more: String..., language: Language = .english) throws -> Terminal {
    let locale = try Surroundings(["LANG": language.locale])
    let words = ["run", "counter", "--workers", "2", "--iterations", "1"] + more
    let terminal = try Terminal(
      ProcViz.program, words + ["--schedule", "v1.0x2.1.2"], size: .home, surroundings: locale)
    try terminal.wait(for: "the end of the schedule") { $0.moves == 4 && $0.state == .paused }
    return terminal
  }

  /// Presses a digit and waits until that lane has moved.
  private func move(_ digits: String, in terminal: Terminal) throws {
    for digit in digits {
      let before = try #require(terminal.screen.moves)
      try terminal.type(String(digit))
      try terminal.wait(for: "move \(before + 1)") {
        $0.moves == before + 1 && $0.state == .paused
      }
    }
  }

  @Test(arguments: Language.allCases)
  func aLostUpdateIsMadeWithDigitsAndTakenBack(language: Language) throws {
    let terminal = try counter(language: language)
    // Both read, then both write.
    try move("2323", in: terminal)
    try terminal.wait(for: "the finding") {
      $0.contains(language == .english ? "lost" : "丢失") && $0.line(of: "Process-2").contains("✗")
    }
    for left in (0..<8).reversed() {
      try terminal.press("u")
      try terminal.wait(for: "the moment after move \(left)") {
        $0.moves == left && $0.state == .paused
      }
      if left == 7 {
        #expect(!terminal.screen.line(of: "Process-2").contains("✗"))
        #expect(terminal.screen.line(of: "Process-2").contains("▸ value.write counter"))
      }
    }
    #expect(terminal.screen.pid(of: "Process-1") == nil)
    try terminal.press("u")
    try terminal.wait(for: "the start") {
      $0.contains(language == .english ? "this is the start" : "这里就是开头")
    }
    try terminal.press(.control("c"))
    try terminal.waitForEnd()
    try terminal.expectNothingLeft()
  }

  @Test func keysThatComeFasterThanTheStepsTakeBackAsMany() throws {
    let terminal = try counter()
    try move("2323", in: terminal)
    try terminal.type("uuu")
    try terminal.wait(for: "three steps less") { $0.moves == 5 && $0.state == .paused }
    #expect(terminal.screen.line(of: "Process-1").contains("▸ value.write counter"))
    #expect(terminal.screen.line(of: "Process-2").contains("▸ value.read counter"))
  }

  @Test func whoCannotMoveSaysWhy() throws {
    let terminal = try counter("--lock", "on")
    #expect(terminal.screen.line(of: "MainProcess").contains("∥ join.done Process-1"))
    try terminal.press("1")
    try terminal.wait(for: "why main stays") { $0.contains("MainProcess has to wait: join.done") }
    try move("2", in: terminal)
    try terminal.wait(for: "the holder") { screen in
      screen.line(of: "Process-2").contains("∥ lock.acquire lock, held by")
    }
    try terminal.press("3")
    try terminal.wait(for: "why Process-2 stays") {
      $0.contains("Process-2 has to wait: lock.acquire lock, held by Process-1")
    }
    #expect(terminal.screen.moves == 5)
    try terminal.press("9")
    try terminal.wait(for: "no such lane") { $0.contains("there is no lane 9") }
  }

  @Test(arguments: [(Language.english, "part at move 5 of 1000"), (.chinese, "第 5 步（共 1000 步）分岔")])
  func aForeignScheduleStaysWhereItParts(language: Language, text: String) throws {
    let terminal = try ProcViz.open(
      "run", "counter", "--schedule", "v1.0x1000", language: language)
    try terminal.wait(for: "the divergence") {
      $0.state == .paused && $0.moves == 4 && $0.contains(text)
    }
    try terminal.press("q", "q")
    try terminal.waitForEnd()
    try terminal.expectNothingLeft()
  }

  @Test(arguments: [
    ["isolated-memory"], ["manager-dict", "--wait", "join"], ["lock"], ["counter"],
  ])
  func aFreeRunIsRepeatedUpToItsLastStep(words: [String]) throws {
    let locale = try Surroundings(["LANG": Language.english.locale])
    let terminal = try Terminal(
      ProcViz.program, ["run"] + words + ["--speed", "50"], size: .home, surroundings: locale)
    try terminal.wait(for: "the end of the run") { $0.state == .finished }
    try terminal.press("u")
    try terminal.wait(for: "main before its end") {
      $0.state == .paused && $0.line(of: "MainProcess").contains("▸ process.exit")
        && $0.contains("repeated as far as possible")
    }
    try terminal.press("u")
    try terminal.wait(for: "the step before") {
      $0.state == .paused && $0.contains("back after move")
    }
  }

  @Test func theScheduleOnTheScreenRepeatsTheRun() throws {
    let terminal = try counter()
    try move("2323", in: terminal)
    try terminal.press("y")
    try terminal.wait(for: "the schedule") { $0.contains("8 moves, 6 switches") }
    let line = try #require(terminal.screen.line(containing: "procviz run counter"))
    let words = line.split(separator: " ").map(String.init)
    #expect(words.starts(with: ["procviz", "run", "counter", "--workers", "2"]))
    let run = try Headless.run(Array(words.dropFirst(2)))
    #expect(run.status == 3 && run.findings.contains("lost-update"))
    try terminal.press(.escape)
    try terminal.wait(for: "the run") { $0.moves == 8 }
  }

  @Test func aLineIsPartOfTheSchedule() throws {
    let terminal = try ProcViz.open(
      "run", "manager-dict", "--wait", "input", "--workers", "1", "--schedule", "v1")
    try terminal.wait(for: "main") { $0.moves == 0 && $0.state == .paused }
    // Main goes as far as it can on its own.
    while !terminal.screen.line(of: "MainProcess").contains("▸ input.read") {
      let before = try #require(terminal.screen.moves)
      try terminal.press("s")
      try terminal.wait(for: "a move") { $0.moves == before + 1 && $0.state == .paused }
    }
    let before = try #require(terminal.screen.moves)
    try terminal.type("1")
    try terminal.wait(for: "the line") { $0.contains("Enter send") }
    try terminal.type("hello\n")
    try terminal.wait(for: "the move") { $0.moves == before + 1 && $0.state == .paused }
    try terminal.press("s")
    try terminal.wait(for: "another move") { $0.moves == before + 2 && $0.state == .paused }
    try terminal.press("u")
    try terminal.wait(for: "the line again") {
      $0.moves == before + 1 && $0.state == .paused && $0.contains("↵ hello")
    }
  }

  @Test func timeIsUpAtOnceWhereNothingElseIsChosen() throws {
    let terminal = try ProcViz.open("run", "process-api", "--schedule", "v1.0x3")
    try terminal.wait(for: "a join with a limit") {
      $0.line(of: "MainProcess").contains("⊙ join.done Process-1")
    }
    // The chosen lane moves although its time is up with that.
    try terminal.press("1")
    try terminal.wait(for: "the time-out") {
      $0.moves == 4 && $0.state == .paused && $0.line(of: "MainProcess").contains("⊘")
    }
  }

  @Test func whoWaitsForSomethingUnseenIsOutOfView() throws {
    let fixture = try #require(Headless.built("RuntimeFixture"))
    let terminal = try ProcViz.open(
      "run", "--schedule", "v1.0", "--", fixture, "unseen-pipe", "fork")
    try terminal.wait(for: "the child") {
      $0.line(of: "Process-1").contains("▸ process.begin") && $0.moves == 1
    }
    try terminal.press("2")
    try terminal.wait(for: "what cannot be seen") {
      $0.state == .paused && $0.contains("Process-1 is outside the scheduler's view")
        && $0.line(of: "Process-1").contains("⋯")
    }
    try terminal.press("u")
    try terminal.wait(for: "the step before") {
      $0.moves == 1 && $0.line(of: "Process-1").contains("▸ process.begin")
    }
    try terminal.press("q", "q")
    try terminal.waitForEnd()
    try terminal.expectNothingLeft()
  }
}

extension Screen {
  /// After how many moves of its schedule the run stands.
  fileprivate var moves: Int? {
    let words = header.split(separator: " ")
    guard let place = words.firstIndex(where: { $0 == "move" || $0 == "第" }) else { return nil }
    return Int(words[words.index(after: place)])
  }
}
