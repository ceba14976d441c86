import TerminalHarness
import Testing

/// The same schedule without the lock and with it, on the real terminal, with real processes.
@Suite struct CompareTests {
  @Test(arguments: Language.allCases)
  func theLockMakesAMoveWait(language: Language) throws {
    let terminal = try ProcViz.finished(
      "counter", "--workers", "2", "--iterations", "1", size: .small, language: language)
    try terminal.press("c")
    let screen = try terminal.wait(for: "both runs") {
      $0.contains(language == .english ? "here they diverge" : "两者在此分歧")
    }
    #expect(screen.contains("lock:off") && screen.contains("lock:on"))
    #expect(screen.contains("✗") && screen.contains("✓") && screen.contains("░"))
    let waits = language == .english ? "waits for lock, which" : "要等 lock，它由"
    #expect(screen.line(containing: waits)?.contains("Process-") == true)
    try terminal.press("q")
    try terminal.wait(for: "the run") { $0.state == .finished }
    try terminal.press("q", "q")
    #expect(try terminal.waitForEnd() == .code(0))
    try terminal.expectNothingLeft()
  }

  @Test func inTheMiddleNothingIsLeft() throws {
    let terminal = try ProcViz.finished("counter", "--workers", "20")
    try terminal.press("c", .control("c"))
    try terminal.waitForEnd()
    try terminal.expectNothingLeft()
  }
}
