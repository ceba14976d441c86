import HeadlessHarness
import TerminalHarness
import Testing

/// The example in a package of its own, run and searched like a user's program.
@Suite struct ExampleTests {
  /// Where `make test` has built it.
  private static let bank: String = {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(root)/Examples/BankTransfer/.build/debug/BankTransfer"
  }()

  private func procviz(_ words: [String]) throws -> Command {
    let surroundings = try Surroundings()
    let command = try Command.run(Headless.program, words, surroundings: surroundings)
    try Headless.expectNothingLeft(surroundings)
    return command
  }

  @Test func itsFailuresAreFoundAndRepeated() throws {
    let search = try procviz(["explore", "--json", "--", Self.bank])
    #expect(search.ending == .code(3), "\(search.errors)")
    let result = try JSON(parsing: search.output)
    let kinds = result["findings"].elements.compactMap { $0["kind"].string }
    // The lost update, and the failed precondition that it causes.
    #expect(kinds.contains("lost-update") && kinds.contains("process-failed"))
    // An update can be lost without the sum being wrong: the schedule of the complaint is repeated.
    let failure = result["findings"].elements.first { $0["kind"].string == "process-failed" }
    let schedule = try #require(failure?["minimal"]["schedule"].string)
    let run = try procviz([
      "run", "--headless", "--format", "jsonl", "--schedule", schedule, "--", Self.bank,
    ])
    #expect(run.ending == .code(3))
    #expect(try HeadlessRun(run).findings.contains("process-failed"))
  }

  @Test func withALockEveryClassOfSchedulesIsRight() throws {
    let search = try procviz(["explore", "--json", "--", Self.bank, "--lock"])
    #expect(search.ending == .code(0), "\(search.errors)")
    #expect(try JSON(parsing: search.output)["exhausted"] == .bool(true))
  }

  @Test func itRunsOnItsOwnToo() throws {
    let run = try procviz(["run", "--headless", "--format", "jsonl", "--", Self.bank, "--lock"])
    #expect(run.ending == .code(0))
    #expect(try HeadlessRun(run).printed(by: "MainProcess") == ["alice has 120, bob has 80"])
  }
}
