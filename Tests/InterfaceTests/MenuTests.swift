import TerminalHarness
import Testing

/// The menu: every key of it, and every way out.
@Suite struct MenuTests {
  /// The scenarios in the order of the tutorial.
  static let scenarios = [
    "isolated-memory", "process-api", "subclass", "queue", "manager-dict", "lock", "counter",
    "tickets", "rlock", "pool",
  ]

  private func menu(_ language: Language, size: TerminalSize = .home) throws -> Terminal {
    let terminal = try ProcViz.open(size: size, language: language)
    try terminal.wait(for: "the menu") { screen in
      Self.scenarios.allSatisfy { screen.contains($0) }
    }
    return terminal
  }

  @Test(arguments: Language.allCases, [TerminalSize.small, .home])
  func showsEveryScenario(language: Language, size: TerminalSize) throws {
    let terminal = try menu(language, size: size)
    try terminal.press("q")
    #expect(try terminal.waitForEnd() == .code(0))
    try terminal.expectNothingLeft()
  }

  @Test(arguments: Language.allCases)
  func arrowsAndEnterOpenTheChosenScenario(language: Language) throws {
    let terminal = try menu(language)
    try terminal.press(.down, .down, .up, .enter)
    try terminal.wait(for: "the second scenario") { $0.shows(Self.scenarios[1]) }
    try terminal.press("q")
    try terminal.wait(for: "the menu") { $0.contains("tickets") && $0.contains("isolated-memory") }
    try terminal.press("q")
    #expect(try terminal.waitForEnd() == .code(0))
    try terminal.expectNothingLeft()
  }

  @Test func lettersMoveLikeArrows() throws {
    let terminal = try menu(.english)
    try terminal.press("j", "j", "k", "j", .enter)
    try terminal.wait(for: "the third scenario") { $0.shows(Self.scenarios[2]) }
  }

  @Test func escapeQuits() throws {
    let terminal = try menu(.english)
    try terminal.press(.escape)
    #expect(try terminal.waitForEnd() == .code(0))
    try terminal.expectNothingLeft()
  }

  @Test func controlCQuits() throws {
    let terminal = try menu(.english)
    try terminal.press(.control("c"))
    try terminal.waitForEnd()
    try terminal.expectNothingLeft()
  }

  @Test func theLanguageChanges() throws {
    let terminal = try menu(.english)
    try terminal.press("L")
    try terminal.wait(for: "Chinese") { $0.contains("进程") && $0.contains("锁") }
    try terminal.press("L")
    try terminal.wait(for: "English") { $0.contains("Processes") && !$0.contains("进程") }
  }

  @Test func aClickChoosesAScenario() throws {
    let terminal = try menu(.english)
    let place = try #require(terminal.screen.position(of: "tickets"))
    try terminal.press(.click(place))
    try terminal.wait(for: "the choice") { $0.line(containing: "❯")?.contains("tickets") == true }
    try terminal.press(.enter)
    try terminal.wait(for: "the scenario under the mouse") { $0.shows("tickets") }
  }

  @Test(arguments: Language.allCases)
  func helpNamesEveryKey(language: Language) throws {
    let terminal = try menu(language)
    try terminal.press("?")
    try terminal.wait(for: "help") { screen in
      ["  s ", "  u ", "  l ", "  W ", "Home", "← →"].allSatisfy { screen.contains($0) }
    }
    try terminal.press(.end)
    try terminal.wait(for: "its end") { screen in
      ["  L ", "  ? ", "Ctrl-C", "Shift"].allSatisfy { screen.contains($0) }
    }
    try terminal.press(.escape)
    try terminal.wait(for: "the menu") { $0.contains("tickets") }
  }
}
