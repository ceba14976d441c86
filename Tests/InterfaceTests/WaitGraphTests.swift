import TerminalHarness
import Testing

/// Which lane waits for which, in a run that is stuck.
@Suite struct WaitGraphTests {
  @Test(arguments: Language.allCases)
  func twoWaitForEachOther(language: Language) throws {
    let terminal = try ProcViz.open("run", "deadlock", size: .small, language: language)
    try terminal.wait(for: "the deadlock") {
      $0.line(of: "Process-1").contains("░") && $0.line(of: "Process-2").contains("░")
    }
    try terminal.press("w")
    let screen = try terminal.wait(for: "the cycle") {
      $0.contains("✗ Process-1 → right → Process-2 → left → Process-1")
    }
    #expect(screen.lines.contains { $0.contains("┌▶ Process-1") && $0.contains("right") })
    #expect(screen.lines.contains { $0.contains("└─ Process-2") && $0.contains("left") })
    // At the start no lane waits yet.
    try terminal.press(.home)
    try terminal.wait(for: "the past") { !$0.contains("✗ Process-1") && $0.contains("◀ −") }
  }

  @Test(arguments: Language.allCases)
  func aLockThatIsItsOwnersOwn(language: Language) throws {
    let terminal = try ProcViz.open("run", "rlock", "--kind", "lock", language: language)
    try terminal.wait(for: "the deadlock") { $0.contains("░░") }
    try terminal.press("w")
    let screen = try terminal.wait(for: "the cycle") { $0.contains("✗ Process-1 → lock") }
    #expect(screen.style(of: "✗ Process-1 →")?.isBold == true)
    #expect(screen.lines.contains { $0.contains("MainProcess") && $0.contains("▶ Process-1") })
    try terminal.press("w")
    try terminal.wait(for: "the run") { $0.state == .running }
  }
}
