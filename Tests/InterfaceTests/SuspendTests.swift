import TerminalHarness
import Testing

/// Ctrl-Z and fg, under a shell with job control.
@Suite struct SuspendTests {
  @Test func theTerminalIsTheShellsWhileStopped() throws {
    let shell = try Terminal("/bin/sh", ["-i"], surroundings: Surroundings(["PS1": "shell> "]))
    try shell.wait(for: "the prompt") { $0.contains("shell> ") }
    try shell.type("\(ProcViz.program) run lock --speed 0.1\n")
    try shell.wait(for: "the run") { $0.pid(of: "Process-2") != nil && $0.modes.alternateScreen }
    try shell.press(.control("z"))
    try shell.wait(for: "the prompt again") { !$0.modes.alternateScreen && $0.contains("Stopped") }
    #expect(shell.settingsAreRestored)
    #expect(shell.screen.modes.cursorVisible)
    #expect(!shell.screen.modes.mouse)
    try shell.type("fg\n")
    try shell.wait(for: "the run, drawn again") {
      $0.modes.alternateScreen && $0.state == .running && $0.pid(of: "Process-2") != nil
    }
    #expect(!shell.settingsAreRestored)
    try shell.press(.control("c"))
    try shell.wait(for: "the prompt at last") { !$0.modes.alternateScreen }
    try shell.type("exit 5\n")
    #expect(try shell.waitForEnd() == .code(5))
    try shell.expectNothingLeft()
  }
}
