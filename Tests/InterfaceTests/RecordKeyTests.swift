import Glibc
import TerminalHarness
import Testing

/// Recording on the screen: key W, and `--record`.
@Suite struct RecordKeyTests {
  /// Opens a scenario in a folder of its own.
  private func open(_ words: String..., in folder: Surroundings) throws -> Terminal {
    try Terminal(ProcViz.program, ["run"] + words, size: .home, surroundings: folder)
  }

  private func recordings(in folder: Surroundings) -> [String] {
    folder.leftovers.filter { $0.hasSuffix(".procviz") }.map { "\(folder.folder)/\($0)" }
  }

  @Test func wWritesWhatThereIs() throws {
    let folder = try Surroundings(["LANG": "en_US.UTF-8"])
    let terminal = try open("counter", in: folder)
    try terminal.wait(for: "the end of the run") { $0.state == .finished }
    try terminal.press("W")
    try terminal.wait(for: "the file's name") { $0.contains("recorded to counter-20") }
    let file = try #require(recordings(in: folder).first)
    let told = try Command.run(
      ProcViz.program, ["replay", file, "--headless", "--format", "jsonl"], surroundings: folder)
    #expect(told.ending == .code(3))
    let events = told.output.split(separator: "\n").count - 1
    #expect(events == terminal.screen.events)
    // Again: another file, and the first one stays.
    try terminal.press("W")
    try terminal.wait(for: "another file") { _ in recordings(in: folder).count == 2 }
  }

  @Test func wGoesOnUntilTheRunEnds() throws {
    let folder = try Surroundings(["LANG": "en_US.UTF-8"])
    let terminal = try open("pool", "--speed", "2", in: folder)
    try terminal.wait(for: "events") { ($0.events ?? 0) > 20 }
    try terminal.press("W")
    try terminal.wait(for: "the recording") { $0.header.contains("REC") }
    try terminal.press("W")
    try terminal.wait(for: "a notice") { $0.contains("being recorded already") }
    try terminal.wait(for: "the end") { $0.state == .finished && !$0.header.contains("REC") }
    let file = try #require(recordings(in: folder).first)
    let told = try Command.run(
      ProcViz.program, ["replay", file, "--headless"], surroundings: folder)
    #expect(told.ending == .code(0), "\(told.errors)")
    #expect(told.output.contains("results: [1, 4, 9"))
  }

  /// When the user leaves a run that is stuck, the recording has the finding.
  @Test func aRunThatIsLeftHasAnEnd() throws {
    let folder = try Surroundings(["LANG": "en_US.UTF-8"])
    let terminal = try open("deadlock", "--speed", "20", "--record", "dead", in: folder)
    try terminal.wait(for: "the deadlock") { $0.contains("deadlock") && $0.events == 12 }
    try terminal.press("q", "q")
    _ = try terminal.waitForEnd()
    let told = try Command.run(
      ProcViz.program, ["replay", "dead", "--headless"], surroundings: folder)
    #expect(told.ending == .code(3), "\(told.output) \(told.errors)")
    #expect(told.output.contains("deadlock: "))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGKILL])
  func aViewerThatIsEndedLeavesAReadableFile(signal: Int32) throws {
    let folder = try Surroundings(["LANG": "en_US.UTF-8"])
    let terminal = try open("pool", "--record", "file", in: folder)
    try terminal.wait(for: "events") { ($0.events ?? 0) > 20 }
    terminal.send(signal: signal)
    _ = try terminal.waitForEnd()
    let told = try Command.run(
      ProcViz.program, ["replay", "file", "--headless"], surroundings: folder)
    #expect(told.ending == .code(1))
    #expect(told.output.contains("Process-5"))
    #expect(told.errors.contains("breaks off") == (signal == SIGKILL), "\(told.errors)")
  }

  @Test func aSteppedRunKeepsItsSchedule() throws {
    let folder = try Surroundings(["LANG": "en_US.UTF-8"])
    let terminal = try open(
      "counter", "--workers", "2", "--iterations", "1", "--schedule", "v1.0x2.1x2.2x5.1x3.0x5",
      "--record", "file", in: folder)
    try terminal.wait(for: "the end of the run") { $0.state == .finished }
    try terminal.press("q", "q")
    _ = try terminal.waitForEnd()
    let told = try Command.run(
      ProcViz.program, ["replay", "file", "--headless"], surroundings: folder)
    #expect(told.output.contains("Schedule: v1.0x2.1x2.2x5"), "\(told.output)")
    #expect(told.ending == .code(3))
  }
}
