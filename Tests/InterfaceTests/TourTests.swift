import TerminalHarness
import Testing

/// Every scenario, at every size, in both languages: it comes to its end, or says why it cannot.
@Suite struct TourTests {
  /// Scenarios whose defaults do not come to an end by themselves.
  private static let endless = ["queue", "manager-dict"]

  @Test(arguments: MenuTests.scenarios, [TerminalSize.home, .small, TerminalSize(40, 12)])
  func everyScenario(scenario: String, size: TerminalSize) throws {
    for language in Language.allCases {
      let terminal = try ProcViz.open(
        "run", scenario, "--speed", "20", size: size, language: language)
      let endless = Self.endless.contains(scenario)
      try terminal.wait(for: "the end of \(scenario)") { screen in
        screen.contains(scenario) && screen.contains(endless ? "RUNNING" : "FINISHED")
          && screen.contains("MainProce") && !screen.text.contains("\u{FFFD}")
      }
      try terminal.press("q", "q")
      #expect(try terminal.waitForEnd() == .code(0))
      try terminal.expectNothingLeft()
    }
  }

  @Test(arguments: MenuTests.scenarios)
  func everyScenarioBySpawn(scenario: String) throws {
    let terminal = try ProcViz.open("run", scenario, "--speed", "20", "--start-method", "spawn")
    try terminal.wait(for: "the end of \(scenario)") { screen in
      screen.startMethod == "spawn"
        && (screen.state == .finished
          || Self.endless.contains(scenario) && screen.state == .running)
    }
    try terminal.press(.control("c"))
    try terminal.waitForEnd()
    try terminal.expectNothingLeft()
  }
}
