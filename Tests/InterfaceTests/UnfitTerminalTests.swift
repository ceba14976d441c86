import TerminalHarness
import Testing

/// Terminals on which nothing can be drawn: a sentence that says so, and nothing else happens.
@Suite struct UnfitTerminalTests {
  @Test(arguments: [nil, "", "no-such-terminal", "dumb"])
  func aTerminalThatCannotMoveItsCursor(type: String?) throws {
    let terminal = try ProcViz.open("run", "counter", environment: ["TERM": type])
    #expect(try terminal.waitForEnd() == .code(1))
    #expect(terminal.screen.contains("TERM"))
    #expect(!terminal.rawOutput.contains(0x1B))
    try terminal.expectNothingLeft()
  }

  @Test(arguments: [[], ["run", "counter"]])
  func noTerminalAtAll(arguments: [String]) throws {
    let surroundings = try Surroundings()
    let result = try Command.run(ProcViz.program, arguments, surroundings: surroundings)
    #expect(result.ending == .code(1))
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("terminal"))
    #expect(surroundings.leftovers == [])
  }

  @Test(arguments: ["C", "POSIX", "en_US.ISO-8859-1"])
  func aLocaleWithoutUTF8(locale: String) throws {
    let terminal = try ProcViz.open(
      "run", "counter", environment: ["LANG": locale, "LC_ALL": locale])
    let screen = try terminal.wait(for: "the end") { $0.state == .finished }
    #expect(screen.contains(Language.english.why))
    #expect(!screen.text.contains("\u{FFFD}"))
    try terminal.press(.control("c"))
    try terminal.waitForEnd()
    try terminal.expectNothingLeft()
  }
}
