import Glibc
import ProcModel
import ProcSession
import Testing

@Suite struct CollectingTests {
  @Test func everythingComesInOrderAndTheMainProcessIsReaped() throws {
    let run = try Watched("notes", "3")
    try run.finish()
    #expect(
      run.events.map(\.kind) == [.processBegin, .note, .note, .note, .processExit, .processReap])
    let reap = try #require(run.events.last)
    #expect(reap.pid == getpid() && reap.value == 0 && reap.text == "MainProcess")
    #expect(Int32(truncatingIfNeeded: reap.extra) == run.session.mainPid)
    #expect(run.session.mainEnd == .code(0))
    run.session.stop()
    #expect(run.place.names.isEmpty)
  }

  @Test func nothingIsLostWhenManyWriteAtOnce() throws {
    let run = try Watched("flood", "20000", "4")
    try run.finish()
    #expect(run.events(.note).count == 80_000)
    var next: [Int32: UInt32] = [:]
    for event in run.events where !event.flags.contains(.observed) {
      #expect(event.number == next[event.pid, default: 0])
      next[event.pid] = event.number + 1
    }
    #expect(run.session.malformedCount == 0)
    #expect(run.session.lag.bytes == 0 && run.session.lag.nanoseconds == 0)
  }

  @Test func aSmallLimitOnlyMeansMoreRounds() throws {
    let run = try Watched("notes", "5000")
    try #require(run.wait(limit: 7) { $0.session.isFinished })
    #expect(run.events(.note).count == 5000)
    #expect(run.session.malformedCount == 0)
  }

  @Test func garbageIsCountedAndSurvived() throws {
    let run = try Watched("garbage", "100")
    try run.finish()
    #expect(run.events(.note).count == 200)
    #expect(run.session.malformedCount == 100)
  }

  @Test func rawOutputCarriesItsWriter() throws {
    let run = try Watched("output")
    try run.finish()
    let texts = run.events(.output)
    let main = try #require(run.session.mainPid)
    let child = try #require(run.events(.processBegin).last?.pid)
    #expect(texts.filter { $0.pid == main }.map(\.text) == ["from main\n"])
    #expect(
      texts.filter { $0.pid == child }.map { "\($0.value) \($0.text)" }.sorted()
        == ["1 from the child\n", "2 no end of line"])
    #expect(texts.allSatisfy { $0.flags == .observed })
  }

  @Test func linesAreHandedOverAndTheEndToo() throws {
    let run = try Watched("echo")
    try run.session.type(line: "first")
    try run.session.type(line: "second")
    try #require(run.wait { $0.events(.inputRead).count == 2 })
    #expect(run.events(.inputRead).map(\.text) == ["first", "second"])
    run.session.closeInput()
    try run.finish()
    #expect(throws: SessionError.self) { try run.session.type(line: "third") }
  }

  @Test func aProgramThatReportsNothingIsSeenToEnd() throws {
    let run = try Watched("untraced", "7")
    try run.finish()
    #expect(run.events.isEmpty)
    #expect(run.session.mainEnd == .code(7))
  }
}
