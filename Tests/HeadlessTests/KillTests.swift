import Glibc
import HeadlessHarness
import TerminalHarness
import Testing

/// SIGKILL of anything at any moment: nothing is left behind, and nothing that was reported is lost.
@Suite struct KillTests {
  /// A moment in a run: when this event has been told for the first time.
  static let moments = [
    "process.begin", "process.start", "lock.acquire", "sleep.begin", "lock.wait",
  ]

  @Test(arguments: moments, ["fork", "spawn"])
  func theViewer(moment: String, method: String) throws {
    let surroundings = try Surroundings()
    let program = try Headless.start(
      ["lock", "--start-method", method], in: surroundings)
    try program.wait(for: "\"\(moment)\"")
    program.send(SIGKILL)
    #expect(try program.finish().ending == .signal(SIGKILL))
    try RunningProcess.waitUntilGone(in: surroundings, by: Deadline(in: .seconds(10)))
    // The session folder is left; the next start removes it.
    #expect(surroundings.leftovers.count == 1)
    let next = try Command.run(
      Headless.program, ["run", "subclass", "--headless"], surroundings: surroundings)
    #expect(next.ending == .code(0))
    #expect(surroundings.leftovers.isEmpty)
  }

  @Test(arguments: moments, ["host", "MainProcess", "Process-1", "Process-2"])
  func aProcess(moment: String, victim: String) throws {
    let surroundings = try Surroundings()
    let program = try Headless.start(["lock"], in: surroundings)
    try program.wait(for: "\"\(moment)\"")
    if victim.hasPrefix("Process") {
      try program.wait(for: #""process":"\#(victim)","event":"process.begin""#)
    }
    try kill(victim, of: program)
    let run = try HeadlessRun(program.finish())
    try Headless.expectNothingLeft(surroundings)
    #expect(run.summary["lost"] == .number(0))
    #expect(Set(["finding", "failed"]).contains(run.verdict))
    // The end of every process is known.
    for process in run.summary["processes"].elements {
      #expect(process["exit_code"] != .null || process["signal"] != .null, "\(process)")
    }
    if victim.hasPrefix("Process") { try expectKilled(victim, run) }
  }

  private func expectKilled(_ victim: String, _ run: HeadlessRun) throws {
    let process = run.summary["processes"].elements.first { $0["process"].string == victim }
    #expect(process?["signal"] == .number(Double(SIGKILL)))
    #expect(run.findings.contains("process-failed") || run.findings.contains("lock-owner-died"))
    // The others go on, or get an error.
    let main = run.summary["processes"].elements.first { $0["process"].string == "MainProcess" }
    #expect(main?["exit_code"] != .null)
  }

  private func kill(_ victim: String, of program: RunningCommand) throws {
    let begins = program.text.split(separator: "\n").compactMap { try? JSON(parsing: $0) }
      .filter { $0["event"].string == "process.begin" }
    let pid =
      victim == "host"
      ? begins.first?["parent_pid"].int
      : begins.first { $0["process"].string == victim }?["pid"].int
    Glibc.kill(Int32(try #require(pid)), SIGKILL)
  }
}
