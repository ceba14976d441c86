import TerminalHarness
import Testing

/// Other sizes, on the way and back.
@Suite struct ResizeTests {
  @Test(arguments: Language.allCases)
  func downToTooSmallAndBack(language: Language) throws {
    let terminal = try ProcViz.finished("counter", language: language)
    let home = terminal.screen
    for size in [TerminalSize.small, TerminalSize(40, 12)] {
      try terminal.resize(to: size)
      try terminal.wait(for: "the run at \(size)") {
        $0.contains("FINISHED") && $0.contains("Process-1")
      }
    }
    try terminal.resize(to: TerminalSize(39, 11))
    try terminal.wait(for: "a word that this is too small") {
      !$0.contains("Process-1") && $0.contains("40×12")
    }
    try terminal.resize(to: TerminalSize(8, 2))
    try terminal.resize(to: .home)
    try terminal.wait(for: "the same screen as before") { $0.lines == home.lines }
    try terminal.press("q", "q")
    try terminal.waitForEnd()
    try terminal.expectNothingLeft()
  }

  @Test(arguments: [TerminalSize(200, 60), .small, TerminalSize(40, 12)])
  func startsAtAnySize(size: TerminalSize) throws {
    let terminal = try ProcViz.finished("counter", size: size)
    #expect(terminal.screen.lines.allSatisfy { !$0.contains("\u{FFFD}") })
    #expect(terminal.screen.contains("counter"))
  }

  @Test func tooSmallFromTheStart() throws {
    let terminal = try ProcViz.open("run", "counter", size: TerminalSize(39, 11))
    #expect(try terminal.waitForEnd() == .code(1))
    // The sentence itself is broken into lines by a terminal that small.
    #expect(terminal.screen.lines.joined().contains("40×12"))
    try terminal.expectNothingLeft()
  }
}
