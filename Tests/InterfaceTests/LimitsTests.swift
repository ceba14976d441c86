import TerminalHarness
import Testing

/// Too few descriptors or processes: a message, and nothing is left behind.
@Suite struct LimitsTests {
  /// Opens a run under a limit of the shell's `ulimit`, which counts against the program alone.
  private func run(under limit: String) throws -> Terminal {
    try Terminal(
      "/bin/sh", ["-c", "ulimit \(limit); exec \(ProcViz.program) run counter"],
      surroundings: Surroundings())
  }

  @Test(arguments: [6, 8, 10, 12, 14])
  func tooFewDescriptors(count: Int) throws {
    let terminal = try run(under: "-n \(count)")
    try terminal.wait(for: "a sentence that names the limit") { $0.contains("ulimit -n") }
    try terminal.press("q", "q")
    try terminal.waitForEnd()
    try terminal.expectNothingLeft()
  }

  @Test(arguments: 3...20)
  func anyNumberOfDescriptorsIsSurvived(count: Int) throws {
    let terminal = try run(under: "-n \(count)")
    _ = try? terminal.wait(for: "an end or a screen", by: .usual) { $0.state == .finished }
    try terminal.press(.control("c"))
    let ending = try terminal.waitForEnd()
    if case .signal(let signal) = ending { #expect(signal == 2) }
    try terminal.expectNothingLeft()
  }
}
