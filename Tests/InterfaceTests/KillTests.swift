import Glibc
import TerminalHarness
import Testing

/// Processes of a run that are killed from outside: the lane says so, and the others go on.
@Suite struct KillTests {
  @Test(arguments: Language.allCases)
  func theHolderOfALock(language: Language) throws {
    let terminal = try ProcViz.open("run", "lock", "--speed", "0.05", language: language)
    let screen = try terminal.wait(for: "a holder and a waiter") { screen in
      screen.text.contains("░░") && screen.contains("█ Process-")
    }
    let holder = screen.contains("█ Process-1") ? "Process-1" : "Process-2"
    let other = holder == "Process-1" ? "Process-2" : "Process-1"
    kill(try #require(screen.pid(of: holder)), SIGKILL)
    try terminal.wait(for: "the mark, and the lock with the other") {
      $0.line(of: holder).contains("✖") && $0.contains("█ \(other)")
    }
    // The other sleeps for long: it has to be killed, too, for the run to end.
    kill(try #require(screen.pid(of: other)), SIGKILL)
    let end = try terminal.wait(for: "the end") { $0.state == .finished }
    #expect(end.lost == 0)
  }

  @Test func theMainProcess() throws {
    let terminal = try ProcViz.open("run", "lock", "--speed", "0.05")
    let screen = try terminal.wait(for: "both workers") { $0.pid(of: "Process-2") != nil }
    kill(try #require(screen.pid(of: "MainProcess")), SIGKILL)
    try terminal.wait(for: "the end of all") {
      $0.state == .finished && $0.line(of: "MainProcess").contains("✖")
    }
    try terminal.press("q", "q")
    #expect(try terminal.waitForEnd() == .code(0))
    try terminal.expectNothingLeft()
  }

  @Test func theHost() throws {
    let terminal = try ProcViz.open("run", "lock", "--speed", "0.05")
    let screen = try terminal.wait(for: "both workers") { $0.pid(of: "Process-2") != nil }
    let main = try #require(screen.pid(of: "MainProcess").flatMap(RunningProcess.init(pid:)))
    #expect(main.parent != terminal.pid)
    kill(main.parent, SIGKILL)
    try terminal.wait(for: "the end of all") { $0.state == .finished }
    try terminal.press("q", "q")
    #expect(try terminal.waitForEnd() == .code(0))
    try terminal.expectNothingLeft()
  }
}
