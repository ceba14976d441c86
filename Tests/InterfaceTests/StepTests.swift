import TerminalHarness
import Testing

/// Pause and step: every process is held at its next operation, and one key lets exactly one happen.
@Suite struct StepTests {
  /// A counter with two workers of which every process is held at a gate: main at its end of work,
  /// the workers before their first operation. Process-1 is chosen.
  private func heldCounter(lock: String = "off") throws -> Terminal {
    let terminal = try ProcViz.finished(
      "counter", "--workers", "2", "--iterations", "50", "--lock", lock)
    let old = terminal.screen.pid(of: "MainProcess")
    try terminal.press("s")
    try terminal.wait(for: "a new run, held") {
      $0.state == .paused && $0.pid(of: "MainProcess").map { $0 != old } ?? false
    }
    while terminal.screen.pid(of: "Process-2") == nil { try step(terminal) }
    // Both begin; then Process-1 is chosen.
    for _ in 1...2 {
      try terminal.press("j")
      try step(terminal)
    }
    try terminal.press("k")
    try terminal.wait(for: "both workers at their gates") {
      $0.line(of: "Process-1").contains("╎") && $0.line(of: "Process-2").contains("╎")
    }
    return terminal
  }

  /// Presses `s` and waits until what it let happen has happened.
  @discardableResult
  private func step(_ terminal: Terminal) throws -> Screen {
    let before = terminal.screen.events ?? 0
    try terminal.press("s")
    return try terminal.wait(for: "the step") { $0.state == .paused && ($0.events ?? 0) > before }
  }

  @Test func oneKeyLetsOneOperationHappen() throws {
    let terminal = try heldCounter()
    for _ in 0..<20 {
      let before = try #require(terminal.screen.events)
      // The operation itself, and the report that the process waits at its next gate.
      #expect(try step(terminal).events == before + 2)
    }
    let screen = terminal.screen
    #expect(screen.line(of: "Process-1").contains("◆"))
    #expect(!screen.line(of: "Process-2").contains { "●◆✗".contains($0) })
  }

  @Test func heldProcessesUseNoCPU() throws {
    let terminal = try heldCounter()
    let held = try ["MainProcess", "Process-2"].map { name in
      try #require(terminal.screen.pid(of: name))
    }
    let before = held.map { RunningProcess(pid: $0)?.cpuTicks }
    for _ in 0..<50 { try step(terminal) }
    #expect(held.map { RunningProcess(pid: $0)?.cpuTicks } == before)
    #expect(before.allSatisfy { $0 != nil })
  }

  @Test func whoeverCannotMoveIsNotChosen() throws {
    let terminal = try heldCounter(lock: "on")
    // Process-1 acquires the lock and reads; then Process-2 is chosen, which cannot acquire it.
    try step(terminal)
    #expect(try step(terminal).contains("█ Process-1"))
    try terminal.press("j")
    // Process-1 writes and releases instead.
    for _ in 0..<2 {
      #expect(!(try step(terminal).line(of: "Process-2").contains { "●◆█".contains($0) }))
    }
    #expect(!terminal.screen.contains("█ Process-1"))
    #expect(try step(terminal).contains("█ Process-2"))
  }

  @Test(arguments: Language.allCases)
  func spaceHoldsAllAndLetsAllGo(language: Language) throws {
    let terminal = try ProcViz.open(
      "run", "counter", "--workers", "2", "--iterations", "1000", "--window-us", "10000",
      language: language)
    try terminal.wait(for: "work") { $0.line(of: "Process-2").contains { "●◆✗".contains($0) } }
    try terminal.press(" ")
    try terminal.wait(for: "both at their gates") { screen in
      screen.state == .paused
        && ["Process-1", "Process-2"].allSatisfy { screen.line(of: $0).contains("╎") }
    }
    let before = try #require(terminal.screen.events)
    for round in 1...5 { #expect(try step(terminal).events == before + 2 * round) }
    try terminal.press(" ")
    try terminal.wait(for: "work again") {
      $0.state == .running && ($0.events ?? 0) > before + 50
    }
    try terminal.press("s")
    try terminal.wait(for: "a pause by stepping") { $0.state == .paused }
  }

  @Test func aRunCanBeSteppedToItsEnd() throws {
    let terminal = try ProcViz.finished("subclass")
    try terminal.press("s")
    try terminal.wait(for: "a new run, held") { $0.state == .paused && $0.events ?? 99 < 10 }
    while terminal.screen.state != .finished {
      let before = terminal.screen.events ?? 0
      try terminal.press("s")
      try terminal.wait(for: "the step") {
        $0.state == .finished || $0.state == .paused && ($0.events ?? 0) > before
      }
    }
    #expect(terminal.screen.contains("■"))
    #expect(terminal.screen.lost == 0)
  }

  @Test func speedIsChangedByPlusAndMinus() throws {
    let terminal = try ProcViz.finished("subclass")
    try terminal.press("+")
    try terminal.wait(for: "double speed") {
      $0.header.contains("speed 2") && $0.state == .finished
    }
    try terminal.press("-", "-")
    try terminal.wait(for: "half speed") { $0.header.contains("speed 0.5") }
  }
}
