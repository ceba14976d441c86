import ProcModel
import Testing

@Suite struct PipeTests {
  /// Runs it unwatched and watched; both must print the same.
  private func check(_ program: String, _ arguments: [String], killed: Bool = false) throws
    -> Outcome
  {
    let unwatched = try FixtureRun(program, arguments, .init(isWatched: false)).finish()
    let outcome = try FixtureRun(program, arguments).finish()
    #expect(outcome.malformed == 0)
    #expect(outcome.exitCode == 0, "\(outcome.printed)")
    #expect(OrderRule.violations(in: outcome.events, killed: killed) == [])
    #expect(unwatched.lines == outcome.printed)
    #expect(ProcModel.OrderRule.violations(in: outcome.events) == [])
    return outcome
  }

  @Test(arguments: startMethods)
  func messagesCrossBothWays(method: String) throws {
    let outcome = try check("pipe-echo", [method, "60"])
    #expect(outcome.printed == ["echoed 60 true"])
    let defined = outcome.events.filter { $0.kind == .objectDefine }
    #expect(Set(defined.map(\.text)) == ["pipe-1:1>2", "pipe-1:2>1"])
    #expect(defined.allSatisfy { $0.value == ObjectKind.pipe.rawValue })
    #expect(defined.prefix(2).allSatisfy { $0.extra == 3 })
    // A spawned child says which ends it was given.
    #expect(defined.dropFirst(2).map(\.extra) == (method == "spawn" ? [1, 2] : []))
    #expect(outcome.events.filter { $0.kind == .pipeClose }.count == 4)
  }

  @Test(arguments: startMethods)
  func theEndComesWhenTheLastSenderHasEnded(method: String) throws {
    let outcome = try check("pipe-end", [method])
    #expect(
      outcome.printed == ["[1, 2, 3] true", "EOF: the other end of pipe-1 is closed"])
    let ends = outcome.events.filter { $0.kind == .queueGetTimeout }
    #expect(ends.count == 2 && ends.allSatisfy { $0.flags == .otherEndClosed })
  }

  @Test(arguments: startMethods)
  func aForgottenSendingEndKeepsThePipeOpen(method: String) throws {
    let outcome = try check("pipe-forgotten", [method])
    #expect(outcome.printed == ["false false", "true []"])
  }

  @Test(arguments: startMethods)
  func sendingWithoutAReceiverIsAnError(method: String) throws {
    for program in ["pipe-broken", "pipe-killed-reader"] {
      let outcome = try check(program, [method], killed: program.contains("killed"))
      #expect(outcome.printed == ["nobody can read from tube any more"])
      let broken = outcome.events.filter { $0.kind == .queuePutTimeout }
      #expect(broken.map(\.flags) == [.otherEndClosed])
    }
  }

  @Test(arguments: startMethods)
  func pollWaitsForItsTimeout(method: String) throws {
    let outcome = try check("pipe-poll", [method])
    #expect(outcome.printed == ["false false", "true true", "at last"])
    let polls = outcome.events.filter { $0.kind == .queuePoll }
    #expect(polls.map(\.value) == [0, 0, 1, 1])
    #expect(polls.allSatisfy { $0.text == "poll" })
  }

  @Test(arguments: startMethods)
  func killedSendersLeaveAWholePipeThatEnds(method: String) throws {
    let rounds = method == "fork" ? "25" : "6"
    let outcome = try check("pipe-killed", [method, rounds], killed: true)
    #expect(outcome.printed == ["ends \(rounds) true"])
  }

  @Test func misuseIsAnError() throws {
    #expect(
      try check("pipe-misuse", ["fork"]).printed == [
        "true false false true", "connection is read-only", "connection is write-only",
        "connection is write-only",
        "a connection can only be handed to a process when that is started", "handle is closed",
        "true false",
      ])
  }

  @Test(
    arguments: ["pipe-echo", "pipe-end", "pipe-forgotten", "pipe-broken", "pipe-poll"], startMethods
  )
  func heldTheTraceAloneSaysWhoCanMove(program: String, method: String) throws {
    for scheduler in [{ (lanes: [Int]) in lanes.first }, { (lanes: [Int]) in lanes.last }] {
      let run = try HeldRun(program, [method, "3"])
      try run.drive(scheduler)
      #expect(run.inVain == [])
      #expect(run.haveAllEnded, "\(run.moves.suffix(5))")
      #expect(run.model.findings.isEmpty)
      #expect(try run.finish().exitCode == 0)
    }
  }
}
