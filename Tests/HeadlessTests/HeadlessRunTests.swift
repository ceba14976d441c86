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

  @Test func closedStandardDescriptorsDoNoHarm() throws {
    let surroundings = try Surroundings()
    let command = try Command.run(
      "/bin/sh",
      ["-c", #"exec "$0" run counter --headless --lock on <&- 2>&-"#, Headless.program],
      surroundings: surroundings)
    #expect(command.ending == .code(0))
    try Headless.expectNothingLeft(surroundings)
  }
}
