import Glibc
import TerminalHarness
import Testing

/// Signals that end the viewer: the terminal is restored, and the run has ended.
@Suite struct SignalTests {
  /// A run that goes on for long, with both workers started.
  private func longRun() throws -> Terminal {
    let terminal = try ProcViz.open("run", "lock", "--speed", "0.05")
    try terminal.wait(for: "both workers") { $0.pid(of: "Process-2") != nil }
    return terminal
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func anOrderlyEnd(signal: Int32) throws {
    let terminal = try longRun()
    terminal.send(signal: signal)
    #expect(try terminal.waitForEnd() != .code(0))
    try terminal.expectNothingLeft()
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL])
  func aCrashRestoresTheTerminal(signal: Int32) throws {
    let terminal = try longRun()
    terminal.send(signal: signal)
    #expect(try terminal.waitForEnd() == .signal(signal))
    #expect(terminal.settingsAreRestored)
    #expect(!terminal.screen.modes.alternateScreen)
    #expect(terminal.screen.modes.cursorVisible)
    #expect(!terminal.screen.modes.mouse)
    try RunningProcess.waitUntilGone(in: terminal.surroundings, by: .usual)
  }

  @Test func afterSIGKILLTheRunIsGoneAndTheNextStartTidiesUp() throws {
    let terminal = try longRun()
    terminal.send(signal: SIGKILL)
    #expect(try terminal.waitForEnd() == .signal(SIGKILL))
    try RunningProcess.waitUntilGone(
      in: terminal.surroundings, by: Deadline(in: .seconds(1)))
    let next = try Terminal(ProcViz.program, [], surroundings: terminal.surroundings)
    try next.wait(for: "the menu") { $0.contains("isolated-memory") }
    try next.press("q")
    try next.waitForEnd()
    try next.expectNothingLeft()
  }

  @Test func aClosedWindowEndsEverything() throws {
    let surroundings: Surroundings
    do {
      let terminal = try longRun()
      surroundings = terminal.surroundings
      terminal.closeWindow()
      try terminal.waitForEnd()
    }
    try RunningProcess.waitUntilGone(in: surroundings, by: .usual)
    #expect(surroundings.leftovers == [])
  }

  /// A terminal that takes nothing more holds the program up in its first write, just when it has
  /// changed the terminal's settings.
  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1])
  func aSignalWhileTheTerminalIsTaken(signal: Int32) throws {
    let fill = "dd if=/dev/zero of=/dev/tty oflag=nonblock bs=256 2>/dev/null"
    let terminal = try Terminal(
      "/bin/sh", ["-c", "\(fill); exec \(ProcViz.program)"], surroundings: Surroundings())
    let deadline = Deadline.usual
    while terminal.settingsAreRestored, !deadline.hasPassed { usleep(1000) }
    terminal.send(signal: signal)
    #expect(try terminal.waitForEnd() != .code(0))
    try terminal.expectNothingLeft()
  }
}
