import ProcModel
import Testing

@Suite struct ConsoleTests {
  @Test(arguments: startMethods)
  func inputIsTheMainProcessesOnly(method: String) throws {
    let run = try FixtureRun("echo", [method])
    try run.wait("input") { $0.contains { $0.kind == .inputWait && $0.text == ">>> " } }
    run.type("hello\nrest")
    try run.wait("more") { $0.contains { $0.kind == .inputWait && $0.text == "more> " } }
    run.endInput()
    let outcome = try run.finish()
    #expect(outcome.printed == ["you said hello", "EndOfFile"])
    #expect(outcome.events.filter { $0.kind == .inputRead }.map(\.text) == ["hello", "rest"])
  }

  @Test func unwatchedPromptAndOutputGoToStandardOutput() throws {
    let run = try FixtureRun("echo", ["fork"], .init(isWatched: false))
    run.type("hello\n")
    run.endInput()
    #expect(
      try run.finish().output
        == ">>> you said hello\nchild> EndOfFile\nmore> EOF when reading a line\n")
  }

  @Test func longOutputIsCutIntoEventsWithoutLoss() throws {
    let outcome = try watch("print", "fork")
    let texts = outcome.printed
    #expect(texts.prefix(3) == ["a-1-[2]", "no end", ""])
    #expect(texts.allSatisfy { $0.utf8.count <= RecordCodec.longestText })
    let long = texts.dropFirst(3)
    let all = long.joined()
    let wide = String(repeating: "ä", count: 1_500)
    #expect(all == wide + (0..<300).map { "line \($0)" }.joined(separator: "\n"))
    let unwatched = try FixtureRun("print", ["fork"], .init(isWatched: false)).finish().output
    #expect(unwatched.hasPrefix("a-1-[2]\nno end\n\(wide)\nline 0\n"))
  }

  @Test func sleepTakesItsTime() throws {
    let outcome = try watch("sleep", "fork")
    let times = outcome.events.filter { [.sleepBegin, .sleepEnd].contains($0.kind) }.map(\.time)
    #expect(times.count == 2)
    #expect(times.last.map { $0 - times[0] >= 30_000_000 } == true)
  }

  @Test func fullChannelLosesNothing() throws {
    let outcome = try watch("flood", "fork", "20000")
    #expect(outcome.notes == (0..<20_000).map(String.init))
  }

  @Test func processEndsWhenItsViewerIsGone() throws {
    let run = try FixtureRun("flood", ["fork", "100000000"])
    try run.wait("notes") { $0.count > 100 }
    run.closeChannel()
    try run.waitForEnd()
    #expect(try run.finish().exitCode == 141)
  }
}
