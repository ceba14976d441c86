import Glibc
import HeadlessHarness
import TerminalHarness
import Testing

/// Processes that crash, and those that are gone before they could report anything.
@Suite struct BadEndTests {
  private func run(_ program: String, _ method: String) throws -> HeadlessRun {
    let fixture = try #require(Headless.built("RuntimeFixture"))
    let surroundings = try Surroundings()
    let command = try Command.run(
      Headless.program,
      ["run", "--headless", "--format", "jsonl", "--", fixture, program, method],
      surroundings: surroundings)
    try Headless.expectNothingLeft(surroundings)
    return try HeadlessRun(command)
  }

  private func explore(_ program: String, _ method: String) throws -> (JSON, Ending) {
    let fixture = try #require(Headless.built("RuntimeFixture"))
    let command = try Command.run(
      Headless.program, ["explore", "--json", "--", fixture, program, method],
      surroundings: Surroundings())
    return (try JSON(parsing: command.output), command.ending)
  }

  @Test func aChildThatIsGoneBeforeItsFirstEventIsNoticed() throws {
    let run = try run("dies-unborn", "spawn")
    let child = run.summary["processes"].elements.first { $0["process"].string == "Process-1" }
    #expect(child?["signal"].int == Int(SIGKILL))
    #expect((child?["pid"].int ?? 0) > 0)
    // Then nobody is left who could put anything.
    #expect(run.findings.contains("blocked-forever"))
    #expect(run.findings.contains("process-failed"))
    #expect(run.status == 3)
  }

  @Test func itIsNoticedUnderControlToo() throws {
    let (result, ending) = try explore("dies-unborn", "spawn")
    let kinds = Set(result["findings"].elements.compactMap { $0["kind"].string })
    #expect(kinds == ["blocked-forever", "process-failed"])
    #expect(ending == .code(3))
  }

  /// The crash is the cause, it comes in its own words, and with what led to it.
  @Test(arguments: ["fork", "spawn"])
  func aCrashInsideALockComesFirst(method: String) throws {
    let (result, ending) = try explore("crashes-in-lock", method)
    #expect((result["outcomes"]["process-failed"].int ?? 0) > 0)
    #expect(result["outcomes"]["lock-owner-died"].int == nil)
    let found = try #require(result["findings"].elements.first)
    #expect(found["kind"].string == "process-failed")
    for language in ["en", "zh"] {
      let text = try #require(found["text"][language].string)
      #expect(text.contains("the total has changed"), "\(text)")
    }
    #expect(ending == .code(3))
    let schedule = try #require(found["minimal"]["schedule"].string)
    try expectWhatLedToIt(schedule, method)
  }

  /// The run by this schedule shows the write of the one and the read of the other.
  private func expectWhatLedToIt(_ schedule: String, _ method: String) throws {
    let fixture = try #require(Headless.built("RuntimeFixture"))
    let command = try Command.run(
      Headless.program,
      [
        "run", "--headless", "--format", "jsonl", "--schedule", schedule, "--", fixture,
        "crashes-in-lock", method,
      ], surroundings: Surroundings())
    let run = try HeadlessRun(command)
    let finding = run.summary["findings"].elements.first { $0["kind"].string == "process-failed" }
    let shown = finding?["seqs"].elements.compactMap(\.int).map { run.events[$0] } ?? []
    let told = shown.map { "\($0["process"].string ?? "") \($0["event"].string ?? "")" }
    #expect(told.contains("MainProcess value.write"), "\(told)")
    #expect(told.contains("Process-1 value.read"), "\(told)")
    #expect(told.contains("Process-1 lock.acquire"), "\(told)")
  }
}
