import HeadlessHarness
import TerminalHarness
import Testing

/// Polls through a manager: a request that only looks changes nothing, so a loop of such requests can
/// be seen to go on for ever, and is not taken for one where it does not.
@Suite struct ManagerPollTests {
  private func explore(_ words: [String], maxSchedules: Int = 200) throws -> (JSON, Ending) {
    let fixture = try #require(Headless.built("RuntimeFixture"))
    let surroundings = try Surroundings()
    let command = try Command.run(
      Headless.program,
      ["explore", "--json", "--max-schedules", "\(maxSchedules)", "--", fixture] + words,
      surroundings: surroundings)
    try Headless.expectNothingLeft(surroundings)
    return (try JSON(parsing: command.output), command.ending)
  }

  /// Also where the loop reads several entries in turn.
  @Test(arguments: ["0", "3"])
  func aPollThatIsNeverAnsweredIsALivelock(others: String) throws {
    let (result, ending) = try explore(["manager-poll", "fork", "never", others], maxSchedules: 3)
    #expect(result["findings"].elements.map { $0["kind"].string } == ["livelock"])
    #expect(ending == .code(3))
  }

  @Test func aPollThatIsAnsweredIsNone() throws {
    let (result, ending) = try explore(["manager-poll", "fork", "answered", "1"])
    #expect(result["findings"].elements.isEmpty, "\(result)")
    #expect((result["held_back"].int ?? 0) > 0)
    #expect(ending == .code(0) || ending == .code(2))
  }

  /// To read many entries, each once, is no poll.
  @Test func manyReadsAreNone() throws {
    let (result, ending) = try explore(["manager-reader", "fork", "150"])
    #expect(result["findings"].elements.isEmpty, "\(result)")
    #expect(ending == .code(0))
  }
}
