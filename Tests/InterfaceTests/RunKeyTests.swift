import TerminalHarness
import Testing

/// The keys of the run screen that do not depend on time: what each one does, in both languages.
@Suite struct RunKeyTests {
  @Test(arguments: Language.allCases)
  func theHeaderSaysWhatTheContractSays(language: Language) throws {
    let terminal = try ProcViz.finished("counter", language: language)
    let screen = terminal.screen
    #expect(screen.shows("counter"))
    #expect(screen.startMethod == "fork")
    #expect(screen.lock == "off")
    #expect((screen.events ?? 0) > 40)
    #expect(screen.lost == 0)
    #expect(screen.contains(language.why))
  }

  @Test(arguments: Language.allCases)
  func lTurnsTheLockAndRunsAgain(language: Language) throws {
    let terminal = try ProcViz.finished("counter", language: language)
    try terminal.press("l")
    try terminal.wait(for: "a run with the lock") { $0.lock == "on" && $0.state == .finished }
    try terminal.press("l")
    try terminal.wait(for: "a run without it") { $0.lock == "off" && $0.state == .finished }
  }

  @Test(arguments: Language.allCases)
  func mChangesTheStartMethod(language: Language) throws {
    let terminal = try ProcViz.finished("subclass", language: language)
    #expect(terminal.screen.startMethod == "fork")
    try terminal.press("m")
    try terminal.wait(for: "spawn") { $0.startMethod == "spawn" && $0.state == .finished }
    try terminal.press("m")
    try terminal.wait(for: "fork") { $0.startMethod == "fork" && $0.state == .finished }
  }

  @Test func rRunsAgain() throws {
    let terminal = try ProcViz.finished("counter")
    let before = try #require(terminal.screen.pid(of: "MainProcess"))
    try terminal.press("r")
    try terminal.wait(for: "another main process") {
      $0.state == .finished && $0.pid(of: "MainProcess").map { $0 != before } ?? false
    }
  }

  @Test(arguments: Language.allCases)
  func nAndPChangeTheScenario(language: Language) throws {
    let terminal = try ProcViz.finished("counter", language: language)
    try terminal.press("n")
    try terminal.wait(for: "the next") { $0.shows("tickets") }
    try terminal.press("p", "p")
    try terminal.wait(for: "the one before") { $0.shows("lock") }
  }

  @Test(arguments: Language.allCases)
  func oShowsAllKnobs(language: Language) throws {
    let terminal = try ProcViz.finished("counter", language: language)
    try terminal.press("o")
    try terminal.wait(for: "the knobs") { screen in
      ["lock", "workers", "iterations", "window-us", "speed"].allSatisfy { screen.contains($0) }
    }
    try terminal.press(.escape)
    try terminal.wait(for: "the run") { $0.shows("counter") && !$0.contains("window-us") }
  }

  @Test func aKnobIsTurnedAndTheRunStartsAgain() throws {
    let terminal = try ProcViz.finished("counter")
    try terminal.press("o")
    try terminal.wait(for: "the knobs") { $0.contains("window-us") }
    // The lock is the first knob, the workers the third.
    try terminal.press(.right, .down, .down)
    try terminal.type("3\n")
    try terminal.wait(for: "three workers and the lock") {
      $0.state == .finished && $0.lock == "on" && $0.header.contains("3 × 5")
        && $0.pid(of: "Process-3") != nil && $0.pid(of: "Process-4") == nil
    }
  }

  @Test(arguments: Language.allCases)
  func helpComesAndGoes(language: Language) throws {
    let terminal = try ProcViz.finished("counter", language: language)
    try terminal.press("?")
    try terminal.wait(for: "help") { $0.contains("Home") }
    try terminal.press(.end)
    try terminal.wait(for: "its end") { $0.contains("Ctrl-C") }
    try terminal.press("q")
    try terminal.wait(for: "the run") { $0.shows("counter") && !$0.contains("Ctrl-C") }
  }

  @Test func theLanguageChanges() throws {
    let terminal = try ProcViz.finished("counter")
    try terminal.press("L")
    try terminal.wait(for: "Chinese") { $0.contains(Language.chinese.why) }
    #expect(terminal.screen.shows("counter"))
    try terminal.press("L")
    try terminal.wait(for: "English") { $0.contains(Language.english.why) }
  }

  @Test(arguments: [Key.escape, "q"])
  func backToTheMenu(key: Key) throws {
    let terminal = try ProcViz.finished("counter")
    try terminal.press(key)
    try terminal.wait(for: "the menu") { $0.contains("isolated-memory") && $0.contains("tickets") }
    try terminal.press(key)
    #expect(try terminal.waitForEnd() == .code(0))
    try terminal.expectNothingLeft()
  }

  @Test func controlCQuitsInTheMidst() throws {
    let terminal = try ProcViz.open("run", "lock", "--speed", "0.1")
    try terminal.wait(for: "both workers") { $0.pid(of: "Process-2") != nil }
    try terminal.press(.control("c"))
    try terminal.waitForEnd()
    try terminal.expectNothingLeft()
  }
}
