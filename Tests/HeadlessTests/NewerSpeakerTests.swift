import HeadlessHarness
import TerminalHarness
import Testing

/// A search of a program that speaks a newer version of the protocol. What an operation of unknown
/// kind does to others cannot be told, so nobody has tried everything that matters.
@Suite struct NewerSpeakerTests {
  private func explore(_ mode: String, _ options: [String]) throws -> Command {
    let fixture = try #require(Headless.built("ProtocolFixture"))
    let surroundings = try Surroundings()
    let command = try Command.run(
      Headless.program, ["explore"] + options + ["--", fixture, mode], surroundings: surroundings)
    try Headless.expectNothingLeft(surroundings)
    return command
  }

  @Test(arguments: ["dpor", "dfs"])
  func kindsThatAreNotKnownAreNotExhausted(strategy: String) throws {
    let command = try explore("newer", ["--json", "--strategy", strategy])
    let result = try JSON(parsing: command.output)
    #expect(command.ending == .code(2))
    #expect(result["exhausted"].bool == false)
    #expect(result["disturbed"].int == 0)
    #expect(result["unknown"].int == result["schedules"].int)
    #expect(result["ended_by"].string == "unknown-kinds")
    #expect(
      result["reason"]["en"].string?.contains("kinds that this version does not know") == true)
  }

  @Test(arguments: [("en", "does not know"), ("zh", "不认识的事件类型")])
  func theReasonIsToldInWords(language: String, words: String) throws {
    let command = try explore("newer", ["--lang", language])
    #expect(command.ending == .code(2))
    #expect(command.output.contains(words))
  }

  /// The same program without such an event is exhausted.
  @Test func kindsThatAreKnownAreExhausted() throws {
    let command = try explore("notes", ["--json"])
    let result = try JSON(parsing: command.output)
    #expect(command.ending == .code(0))
    #expect(result["exhausted"].bool == true)
    #expect(result["unknown"].int == nil)
  }
}
