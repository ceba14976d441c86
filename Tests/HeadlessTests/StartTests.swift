import HeadlessHarness
import TerminalHarness
import Testing

/// A program that takes long to start is not one that does not speak.
@Suite struct StartTests {
  /// Is stopped for longer than a program may be silent, and then goes on as the fixture.
  private static let script = #"(sleep 6; kill -CONT $$) & kill -STOP $$; exec "$0" busy fork"#

  @Test(arguments: [[], ["--schedule", "v1"]])
  func aStartThatIsStoppedForAWhileIsNoFailure(options: [String]) throws {
    let fixture = try #require(Headless.built("RuntimeFixture"))
    let surroundings = try Surroundings()
    let command = try Command.run(
      Headless.program,
      ["run", "--headless", "--format", "jsonl"] + options
        + ["--", "/bin/sh", "-c", Self.script, fixture],
      surroundings: surroundings)
    let run = try HeadlessRun(command)
    #expect(run.summary["verdict"].string != "failed")
    #expect(run.events("process.begin").count >= 3)
    #expect(command.errors.contains("has not begun yet"))
    try Headless.expectNothingLeft(surroundings)
  }
}
