import Glibc
import TerminalHarness
import Testing

/// Beginnings of keys whose rest never comes, in terminals that send different things: the program
/// is not deaf meanwhile.
@Suite struct HalfKeyTests {
  static let terminals = ["xterm", "xterm-256color", "linux", "tmux-256color", "rxvt", "vt100"]
  /// Of reports of the mouse, of arrows, and of a key's second form; Ctrl-S, which stops output.
  static let halves = [
    "\u{1B}[<", "\u{1B}[<0;5", "\u{1B}[M", "\u{1B}[M !", "\u{1B}[", "\u{1B}O", "\u{13}",
  ]

  private func menu(in name: String, after half: String) throws -> Terminal {
    let terminal = try ProcViz.open(environment: ["TERM": name])
    try terminal.wait(for: "the menu") { $0.contains("isolated-memory") }
    try terminal.type(half)
    return terminal
  }

  @Test(arguments: terminals, halves)
  func aSignalEndsIt(name: String, half: String) throws {
    let terminal = try menu(in: name, after: half)
    terminal.send(signal: SIGTERM)
    try terminal.waitForEnd()
    try terminal.expectNothingLeft()
  }

  @Test(arguments: terminals)
  func controlCEndsIt(name: String) throws {
    let terminal = try menu(in: name, after: "\u{1B}[<")
    try terminal.press(.control("c"))
    try terminal.waitForEnd()
    try terminal.expectNothingLeft()
  }

  @Test(arguments: terminals)
  func keysWorkAgain(name: String) throws {
    let terminal = try menu(in: name, after: "\u{1B}[M")
    // Those that come at once are the rest of the report.
    try terminal.press("?", "?", "?")
    try terminal.press("L")
    try terminal.wait(for: "the other language") { $0.contains("退出") }
    try terminal.press("q")
    #expect(try terminal.waitForEnd() == .code(0))
    try terminal.expectNothingLeft()
  }
}
