import Glibc
import TerminalHarness
import Testing

/// `procviz view`: a run that happens elsewhere.
@Suite struct ViewTests {
  /// Opens a shell's pipeline on a terminal.
  private func open(_ command: String, in folder: Surroundings) throws -> Terminal {
    try Terminal(
      "/bin/sh", ["-c", command, ProcViz.program], size: .home, surroundings: folder)
  }

  @Test func aStreamIsShownAsItComes() throws {
    let folder = try Surroundings(["LANG": "en_US.UTF-8"])
    let terminal = try open(
      "\"$0\" run pool --speed 2 --headless --stream | \"$0\" view -", in: folder)
    try terminal.wait(for: "the run as it goes on") {
      $0.state == .running && $0.header.contains("REMOTE") && ($0.events ?? 0) > 20
    }
    try terminal.press("s")
    try terminal.wait(for: "a notice") { $0.contains("happens elsewhere") }
    try terminal.wait(for: "its end") { $0.state == .finished && ($0.events ?? 0) > 100 }
    try terminal.press(.left)
    try terminal.wait(for: "the past") { $0.header.contains("◀ −") }
    try terminal.press("q", "q")
    _ = try terminal.waitForEnd()
    try terminal.expectNothingLeft()
  }

  @Test(arguments: ["", "q"])
  func whoeverEndsItLeavesNothingBehind(key: String) throws {
    let folder = try Surroundings(["LANG": "en_US.UTF-8"])
    let terminal = try open("\"$0\" run pool --headless --stream | \"$0\" view", in: folder)
    try terminal.wait(for: "the run") { $0.state == .running && ($0.events ?? 0) > 20 }
    if key.isEmpty { try terminal.press(.control("c")) } else { try terminal.press("q", "q") }
    _ = try terminal.waitForEnd()
    try terminal.expectNothingLeft()
  }

  @Test func aStreamThatBreaksOffStays() throws {
    let folder = try Surroundings(["LANG": "en_US.UTF-8"])
    let terminal = try open(
      "\"$0\" run counter --headless --stream | head -c 3000 | \"$0\" view -", in: folder)
    try terminal.wait(for: "what has come") {
      $0.state == .finished && $0.header.contains("CUT OFF") && $0.contains("broke off")
    }
    #expect((terminal.screen.events ?? 0) > 20)
    try terminal.press("q", "q")
    _ = try terminal.waitForEnd()
    try terminal.expectNothingLeft()
  }

  @Test(arguments: ["mkfifo pipe; ", ": > pipe; "])
  func aFIFOOrAFileThatGrowsIsAStream(make: String) throws {
    let folder = try Surroundings(["LANG": "en_US.UTF-8"])
    let terminal = try open(
      "\(make) (sleep 0.3; exec \"$0\" run subclass --headless --stream >> pipe) & \"$0\" view pipe",
      in: folder)
    try terminal.wait(for: "its end") { $0.state == .finished && $0.shows("subclass") }
    try terminal.press("q", "q")
    _ = try terminal.waitForEnd()
  }

  @Test func inputThatIsNotAStreamIsReported() throws {
    let folder = try Surroundings(["LANG": "en_US.UTF-8"])
    let terminal = try open("echo hello | \"$0\" view -; echo $?; \"$0\" view; echo $?", in: folder)
    _ = try terminal.waitForEnd()
    #expect(terminal.screen.contains("cannot read standard input: it is not a procviz recording"))
    #expect(terminal.screen.contains("standard input is a terminal"))
    #expect(terminal.screen.contains("64"))
  }
}
