import HeadlessHarness
import TerminalHarness
import Testing

/// `procviz run -- PROGRAM ARGS`: any program that uses the library, and what is said of one that
/// does not.
@Suite struct ProgramTests {
  @Test func aProgramIsShownSteppedAndRunAgain() throws {
    let fixture = try #require(Headless.built("RuntimeFixture"))
    let terminal = try ProcViz.open("run", "--", fixture, "busy", "fork", size: .home)
    try terminal.wait(for: "its end") {
      $0.state == .finished && $0.pid(of: "Process-2") != nil
        && $0.header.contains("RuntimeFixture busy fork")
    }
    for key: Key in ["l", "m", "o", "+"] {
      try terminal.press(key)
      try terminal.wait(for: "no knobs") { $0.contains("program of your own has no knobs") }
      try terminal.press("k")
      try terminal.wait(for: "the notice has gone") {
        !$0.contains("program of your own has no knobs")
      }
    }
    try terminal.press("s")
    try terminal.wait(for: "a new run, held") {
      $0.state == .paused && $0.pid(of: "MainProcess") != nil
    }
    let old = try #require(terminal.screen.pid(of: "MainProcess"))
    try terminal.press("r")
    try terminal.wait(for: "another run") {
      $0.state == .finished && $0.pid(of: "MainProcess").map { $0 != old } ?? false
    }
    try terminal.press("n")
    try terminal.wait(for: "a scenario") { $0.shows("process-api") }
    try terminal.press("q", "q")
    try terminal.waitForEnd()
    try terminal.expectNothingLeft()
  }

  @Test(arguments: [
    (["true"], "ended before its first event"), (["/no/such/program"], "there is no program"),
    (["/etc/passwd"], "is not an executable program"),
    (["sleep", "1000"], "the program reported nothing"),
  ])
  func whatDoesNotSpeakTheProtocolSaysSo(words: [String], text: String) throws {
    let locale = try Surroundings(["LANG": Language.english.locale])
    let terminal = try Terminal(
      ProcViz.program, ["run", "--"] + words, size: .home, surroundings: locale)
    try terminal.wait(for: "why there is nothing") { $0.state == .finished && $0.contains(text) }
    try terminal.press("q", "q")
    try terminal.waitForEnd()
    try terminal.expectNothingLeft()
  }
}
