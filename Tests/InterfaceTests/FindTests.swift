import TerminalHarness
import Testing

/// Looking for events, marking moments, and reading at length, in the real program.
@Suite struct FindTests {
  @Test(arguments: Language.allCases)
  func aHitIsFoundAndTheSearchEnds(language: Language) throws {
    let terminal = try ProcViz.finished("lock", "--speed", "20", language: language)
    try terminal.press("/")
    try terminal.wait(for: "the line") { $0.modes.cursorVisible }
    try terminal.type("lock.acquire process-2")
    try terminal.wait(for: "the words") { $0.contains("lock.acquire process-2") }
    try terminal.press(.enter)
    let hit = try terminal.wait(for: "the hit") { $0.contains("1/1") && $0.header.contains("◀ −") }
    #expect(hit.contains("▼"))
    #expect(hit.contains(language == .english ? "Process-2 takes" : "Process-2 获取"))
    try terminal.press("n")
    try terminal.press(.escape)
    try terminal.wait(for: "the end of the search") { !$0.contains("1/1") && $0.shows("lock") }
    try terminal.press("/")
    try terminal.type("nowhere\n")
    try terminal.wait(for: "nothing") {
      $0.contains(language == .english ? "no hit" : "没有找到")
    }
  }

  @Test func aMarkIsSetAndFoundAgain() throws {
    let terminal = try ProcViz.finished("counter")
    try terminal.press(.left, .left, .left, "M")
    try terminal.wait(for: "the mark") { $0.contains("⚑") }
    try terminal.press(.left)
    let before = try terminal.wait(for: "another moment") { $0.contains(", 4 events back") }
    #expect(before.contains("▼") || before.contains("⚑"))
    try terminal.press("'")
    try terminal.wait(for: "the marked moment") { $0.contains(", 3 events back") }
  }

  @Test(arguments: Language.allCases)
  func everythingIsReadAtLength(language: Language) throws {
    let terminal = try ProcViz.finished("counter", size: .small, language: language)
    try terminal.press("e")
    try terminal.wait(for: "everything") {
      $0.contains(language == .english ? "details" : "详细说明") && $0.contains(language.why)
    }
    for _ in 0..<40 { try terminal.press(.down) }
    try terminal.wait(for: "the output") { $0.contains("Process-4 done") }
    try terminal.press("e")
    try terminal.wait(for: "the run") { $0.shows("counter") }
  }
}
