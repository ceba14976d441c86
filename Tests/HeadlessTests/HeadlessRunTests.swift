import Glibc
import HeadlessHarness
import TerminalHarness
import Testing

@Suite struct HeadlessRunTests {
  @Test func aRunWithAFindingEndsWithThree() throws {
    let run = try Headless.run("queue", "--speed", "50")
    #expect(run.status == 3 && run.verdict == "finding")
    #expect(run.findings == ["blocked-forever"])
    #expect(run.summary["events"].int == run.events.count)
    #expect(run.summary["lost"] == .number(0))
  }

  @Test func aRunWithoutOneEndsWithZero() throws {
    let run = try Headless.run("counter", "--lock", "on", "--iterations", "2")
    #expect(run.status == 0 && run.verdict == "ok" && run.findings.isEmpty)
    #expect(run.summary["expected"] == run.summary["actual"])
    #expect(run.events.enumerated().allSatisfy { $1["seq"].int == $0 })
    let times = run.events.compactMap { $0["t_ns"].int }
    #expect(times.count == run.events.count && times == times.sorted())
  }

  @Test func textEndsWithOutputAndFindings() throws {
    let surroundings = try Surroundings()
    let program = try Headless.start(["queue"], in: surroundings, format: "text")
    let command = try program.finish()
    #expect(command.ending == .code(3))
    #expect(command.output.contains("MainProcess: got 9"))
    #expect(command.output.contains("Findings:\n  blocked-forever: "))
    try Headless.expectNothingLeft(surroundings)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aSignalEndsTheRunAndTheSummaryComesAllTheSame(signal: Int32) throws {
    let surroundings = try Surroundings()
    let program = try Headless.start(["lock"], in: surroundings)
    try program.wait(for: "sleep.begin")
    program.send(signal)
    let command = try program.finish()
    #expect(command.ending == .signal(signal))
    #expect(try HeadlessRun(command).verdict == "failed")
    try Headless.expectNothingLeft(surroundings)
  }

  @Test func aReaderThatGoesEndsTheRun() throws {
    let surroundings = try Surroundings()
    let program = try Headless.start(["lock"], in: surroundings)
    try program.wait(for: "process.begin")
    program.closeOutput()
    let command = try program.finish()
    #expect(command.ending == .signal(SIGPIPE))
    #expect(command.errors == "")
    try Headless.expectNothingLeft(surroundings)
  }

  /// Like a pager that shows its first page: the pipe is full, and is not read further.
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aReaderThatHasStoppedDoesNotKeepASignalFromEndingIt(signal: Int32) throws {
    let surroundings = try Surroundings()
    let program = try Headless.start(
      ["counter", "--workers", "8", "--iterations", "1000", "--window-us", "0"], in: surroundings)
    try program.wait(for: "process.begin")
    try program.waitUnread(40_000)
    program.send(signal)
    #expect(try program.waitForEndUnread() == .signal(signal))
    try Headless.expectNothingLeft(surroundings)
  }

  @Test func garbageOnTheChannelIsCountedAndSurvived() throws {
    let surroundings = try Surroundings()
    let program = try Headless.start(
      ["manager-dict", "--wait", "input", "--workers", "1", "--speed", "20"], in: surroundings)
    try program.wait(for: "input.wait")
    try program.wait(for: "dict.set")
    let folder = try #require(surroundings.leftovers.first)
    let channel = open("\(surroundings.folder)/\(folder)/events", O_WRONLY)
    try #require(channel >= 0)
    let garbage = Array("PVZ1\u{1b}[31m garbage".utf8) + (0..<3000).map { UInt8($0 % 251) }
    #expect(write(channel, garbage, garbage.count) == garbage.count)
    close(channel)
    program.type("")
    let run = try HeadlessRun(program.finish())
    #expect(run.status == 0 && run.verdict == "ok", "\(run.summary)")
    #expect(run.summary["lost"] == .number(0))
    #expect((run.summary["malformed"].int ?? 0) >= 1)
    #expect(!run.command.output.contains("\u{1b}"))
    try Headless.expectNothingLeft(surroundings)
  }

  @Test func linesOfStandardInputGoToTheReader() throws {
    let surroundings = try Surroundings()
    let program = try Headless.start(["manager-dict", "--wait", "input"], in: surroundings)
    program.type("enough")
    let run = try HeadlessRun(program.finish())
    #expect(run.events("input.read").map { $0["text"].string } == ["enough"])
    // That was too early: the dict was not complete yet.
    #expect(run.status == 3)
    #expect(run.findings == ["wrong-result"])
    try Headless.expectNothingLeft(surroundings)
  }

  @Test func theEndOfStandardInputIsHandedOver() throws {
    let run = try Headless.run("manager-dict", "--wait", "input")
    #expect(run.status == 3 && run.findings.contains("process-failed"))
  }

  @Test func closedStandardDescriptorsDoNoHarm() throws {
    let surroundings = try Surroundings()
    let command = try Command.run(
      "/bin/sh",
      ["-c", #"exec "$0" run counter --headless --lock on <&- 2>&-"#, Headless.program],
      surroundings: surroundings)
    #expect(command.ending == .code(0))
    try Headless.expectNothingLeft(surroundings)
  }

  /// A pipe without a limit of messages still has one of bytes: who waits for room in it is seen.
  @Test(arguments: [("3", 0, "Nothing was found"), ("4", 3, "blocked-forever")])
  func bothEndsOfAPipeSend(count: String, code: Int32, words: String) throws {
    let fixture = try #require(Headless.built("RuntimeFixture"))
    for command in [["run", "--headless"], ["explore"]] {
      let surroundings = try Surroundings()
      let command = try Command.run(
        Headless.program,
        command + ["--lang", "en", "--", fixture, "pipe-both-send", "fork", count],
        surroundings: surroundings)
      try Headless.expectNothingLeft(surroundings)
      #expect(command.ending == .code(code))
      let expected = code == 0 && command.output.hasPrefix("dpor") ? "nothing was found" : words
      #expect(command.output.contains(expected), "\(command.output.suffix(500))")
    }
  }
}
