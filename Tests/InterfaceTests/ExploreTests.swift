import Glibc
import TerminalHarness
import Testing

/// A search on the real terminal, with real processes.
@Suite struct ExploreTests {
  /// Opens a small counter and searches its schedules.
  private func search(
    lock: String, language: Language = .english, size: TerminalSize = .home
  ) throws -> Terminal {
    let terminal = try ProcViz.finished(
      "counter", "--lock", lock, "--workers", "2", "--iterations", "1", size: size,
      language: language)
    try terminal.press("x")
    return terminal
  }

  @Test(arguments: Language.allCases)
  func itFindsTheLostUpdateAndOpensIt(language: Language) throws {
    let terminal = try search(lock: "off", language: language)
    let all = language == .english ? "Every class of schedules was tried" : "每一类调度都试过"
    let found = try terminal.wait(for: "what was found") { $0.contains(all) && $0.contains("v1.") }
    #expect(found.contains(language == .english ? "✗ lost update" : "✗ 丢失更新"))
    #expect(found.contains("Process-1") && found.contains("Process-2"))
    try terminal.press(.enter)
    try terminal.wait(for: "the run at its start") {
      $0.state == .paused && $0.pid(of: "MainProcess") != nil && $0.pid(of: "Process-1") == nil
    }
    while !terminal.screen.contains("✗") {
      let before = terminal.screen.events ?? 0
      try terminal.press("s")
      try terminal.wait(for: "the step") { $0.state == .finished || ($0.events ?? 0) > before }
      try #require(terminal.screen.state != .finished, "the plan did not lead to the finding")
    }
    try terminal.press(.end)
    try terminal.wait(for: "the end of the schedule") { $0.state == .finished }
    try terminal.press("q")
    try terminal.wait(for: "the search again") { $0.contains(all) }
    try terminal.press("q", "q")
    #expect(try terminal.waitForEnd() == .code(0))
    try terminal.expectNothingLeft()
  }

  @Test func endDrivesToTheEndOfTheSchedule() throws {
    let terminal = try search(lock: "off")
    try terminal.wait(for: "what was found") { $0.contains("Every class of schedules was tried") }
    try terminal.press(.enter)
    try terminal.wait(for: "the run at its start") {
      $0.state == .paused && $0.line(of: "MainProcess").contains("╎")
    }
    try terminal.press(.end)
    try terminal.wait(for: "the lost update") { $0.state == .finished && $0.contains("✗") }
  }

  @Test(arguments: Language.allCases)
  func withTheLockItSaysThatEveryClassWasTried(language: Language) throws {
    let terminal = try search(lock: "on", language: language, size: .small)
    try terminal.wait(for: "the simplest schedule") {
      $0.contains(
        language == .english
          ? "✓ Every class of schedules was tried, and nothing was found."
          : "✓ 每一类调度都试过，没有发现问题。")
    }
    try terminal.press(.enter)
    #expect(terminal.screen.state == nil)
  }

  @Test func whatWasStoppedIsNotSaidToBeWell() throws {
    let terminal = try ProcViz.finished("counter", "--lock", "on")
    try terminal.press("x")
    try terminal.wait(for: "the search") { $0.contains("searching") && !$0.contains("schedules 0") }
    try terminal.press("s")
    let end = try terminal.wait(for: "its end") { $0.contains("You stopped the search") }
    #expect(end.contains("Inconclusive"))
    #expect(!end.contains("Every class"))
  }

  @Test(arguments: ["q", "r", "t"] as [Unicode.Scalar])
  func inTheMiddleOfASearchNothingIsLeft(key: Unicode.Scalar) throws {
    let terminal = try ProcViz.open()
    try terminal.wait(for: "the menu") { $0.contains("counter") }
    while terminal.screen.line(containing: "❯")?.contains("counter") != true {
      let before = terminal.screen.line(containing: "❯")
      try terminal.press("j")
      try terminal.wait(for: "the next one") { $0.line(containing: "❯") != before }
    }
    try terminal.press("x")
    try terminal.wait(for: "the search") { $0.contains("lost update") }
    try terminal.press(.character(key))
    if key == "q" {
      try terminal.wait(for: "the menu") { $0.contains("isolated-memory") }
      // All that it made is gone before the program is.
      try RunningProcess.waitUntilGone(
        in: terminal.surroundings, besides: terminal.pid, by: .usual)
      try terminal.press("q")
      #expect(try terminal.waitForEnd() == .code(0))
    } else {
      try terminal.press(.control("c"))
      try terminal.waitForEnd()
    }
    try terminal.expectNothingLeft()
  }

  @Test func aSignalInTheMiddleOfASearchLeavesNothing() throws {
    let terminal = try ProcViz.finished("counter")
    try terminal.press("x")
    try terminal.wait(for: "the search") { $0.contains("lost update") }
    terminal.send(signal: SIGTERM)
    #expect(try terminal.waitForEnd() == .signal(SIGTERM))
    try terminal.expectNothingLeft()
  }
}
