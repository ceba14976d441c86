import TerminalHarness
import Testing

/// What learners come for: the race that comes and goes, the queue that never ends, the typed line.
@Suite struct StoryTests {
  @Test(arguments: Language.allCases)
  func theRaceGoesWithTheLock(language: Language) throws {
    let terminal = try ProcViz.finished("counter", "--lock", "off", language: language)
    // Nearly every run loses updates; a run that does not is run again.
    for _ in 0..<20 where !terminal.screen.contains("✗") {
      let before = terminal.screen.pid(of: "MainProcess")
      try terminal.press("r")
      try terminal.wait(for: "another run") {
        $0.state == .finished && $0.pid(of: "MainProcess") != before
      }
    }
    #expect(terminal.screen.contains("✗"))
    try terminal.press("l")
    let locked = try terminal.wait(for: "the run with the lock") {
      $0.state == .finished && $0.lock == "on"
    }
    #expect(!locked.contains("✗"))
    #expect(locked.lost == 0)
  }

  @Test(arguments: Language.allCases)
  func theLearnersLineEndsTheWait(language: Language) throws {
    let terminal = try ProcViz.open("run", "manager-dict", "--wait", "input", language: language)
    try terminal.wait(for: "the prompt") { $0.contains(">>>") }
    try terminal.press("i")
    try terminal.type("go on 走")
    try terminal.wait(for: "the line as typed") { $0.contains("go on 走") }
    try terminal.press(.enter)
    try terminal.wait(for: "the end") { $0.state == .finished }
  }

  @Test(arguments: Language.allCases)
  func theQueueThatNeverEndsIsReported(language: Language) throws {
    let terminal = try ProcViz.open("run", "queue", language: language)
    try terminal.wait(for: "the finding") {
      $0.state == .running && $0.contains(language == .english ? "no lane can" : "没有谁能再放入")
    }
    try terminal.press("q")
    try terminal.wait(for: "the menu") { $0.contains("isolated-memory") }
  }
}
