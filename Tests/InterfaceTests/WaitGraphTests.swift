import TerminalHarness
import Testing

/// Who waits for whom, in a run that stands still.
@Suite struct WaitGraphTests {
  @Test(arguments: Language.allCases)
  func aDeadlockIsACircle(language: Language) throws {
    let terminal = try ProcViz.open("run", "rlock", "--kind", "lock", language: language)
    try terminal.wait(for: "the deadlock") { $0.contains("░░") }
    try terminal.press("w")
    let screen = try terminal.wait(for: "the circle") { $0.contains("✗ Process-1 → lock") }
    #expect(screen.style(of: "✗ Process-1 →")?.isBold == true)
    #expect(screen.lines.contains { $0.contains("MainProcess") && $0.contains("▶ Process-1") })
    try terminal.press("w")
    try terminal.wait(for: "the run") { $0.state == .running }
  }
}
