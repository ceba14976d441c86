import ProcModel
import Testing

@Suite struct BarrierTests {
  @Test func aBarrierBreaksByTimeAbortAndItsAction() throws {
    let expected = [
      "0 0 1", "gate is broken", "true 0", "gate is broken", "false", "gate is broken", "true",
      "no way", "true",
    ]
    let outcome = try watchCoordination("barrier-basics", "fork")
    #expect(outcome.printed == expected)
    let unwatched = try FixtureRun("barrier-basics", ["fork"], .init(isWatched: false))
    #expect(try unwatched.finish().lines == expected)
  }

  @Test(arguments: startMethods)
  func nobodyPassesBeforeAllHaveCome(method: String) throws {
    let unwatched = try FixtureRun("barrier-rounds", [method, "3", "200"], .init(isWatched: false))
    #expect(try unwatched.finish().lines == ["400 [0, 0, 0]"])
    let outcome = try watchCoordination("barrier-rounds", method, "3", "8")
    #expect(outcome.printed == ["16 [0, 0, 0]"])
    #expect(outcome.events.filter { $0.kind == .barrierPass }.count == 48)
  }

  @Test(arguments: startMethods)
  func eachHasAnIndexOfItsOwn(method: String) throws {
    let outcome = try watchCoordination("barrier-indices", method, "4")
    #expect(outcome.notes.sorted() == ["index 0", "index 1", "index 2", "index 3"])
    #expect(outcome.printed == ["0 false"])
  }

  /// What becomes of a child that waits, what of the main process, and of the barrier.
  @Test(arguments: [
    (how: "abort", notes: ["gate is broken"], printed: "true 0"),
    ("reset", ["gate is broken"], "false 0"),
    ("killed", ["main 1"], "false 0"),
    ("action", ["main no way", "gate is broken"], "true 0"),
  ])
  func whoWaitsLearnsOfIt(how: String, notes: [String], printed: String) throws {
    let run = try FixtureRun("barrier-breaks", ["fork", how])
    try run.wait("the child waits") { $0.contains { $0.kind == .barrierWait } }
    run.type("\n")
    let outcome = try run.finish()
    #expect(outcome.notes.sorted() == notes.sorted())
    #expect(outcome.printed == [printed])
    #expect(OrderRule.violations(in: outcome.events, killed: how == "killed") == [])
  }

  @Test(arguments: startMethods)
  func anActionThatIsKilledBreaksTheBarrier(method: String) throws {
    let outcome = try watch("barrier-breaks", method, "action-killed", killed: true)
    #expect(outcome.notes == ["main gate is broken"])
    #expect(outcome.printed == ["true 0"])
  }
}
