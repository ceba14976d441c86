import ProcModel
import Testing

@Suite struct RWLockTests {
  @Test(arguments: startMethods)
  func twoReadersAreInsideAtOnce(method: String) throws {
    // Each waits until the other is inside, too.
    let outcome = try watch("two-readers", method)
    #expect(outcome.printed == ["2"])
    #expect(outcome.events.count { $0.kind == .rwlockReadAcquire } == 2)
  }

  @Test(arguments: startMethods)
  func nobodyReadsWhileSomebodyWrites(method: String) throws {
    let plain = try FixtureRun("copy-pairs", [method, "4", "300"], .init(isWatched: false))
    #expect(try plain.finish().lines == ["1200 1200 true"])
    let outcome = try watch("copy-pairs", method, "3", "20")
    #expect(outcome.printed == ["60 60 true"])
    #expect(ProcModel.OrderRule.violations(in: outcome.events) == [])
    var run = Run()
    for event in outcome.events { run.append(event) }
    #expect(run.findings.isEmpty)
  }

  @Test func threadsHoldItOneByOneToo() throws {
    let outcome = try watch("copy-pairs-in-threads", "fork", "20")
    #expect(outcome.printed == ["60 60"])
    #expect(ProcModel.OrderRule.violations(in: outcome.events) == [])
  }

  @Test func itSaysWhatCannotBe() throws {
    let outcome = try watch("rwlock-basics", "fork")
    #expect(
      outcome.notes == [
        "rwlock-1", "attempt to release recursive lock not owned by thread",
        "can't specify a timeout for a non-blocking call", "true true", "false false",
        "true false", "attempt to release recursive lock not owned by thread",
      ])
    #expect(outcome.events.count { $0.kind == .rwlockWriteTimeout } == 2)
    let wait = try #require(outcome.events.first { $0.kind == .rwlockWriteWait })
    #expect(wait.value == 2 && wait.extra == 20_000_000)
  }

  @Test(arguments: startMethods, ["alone", "shared"])
  func itIsTakenOverFromWhoWasKilled(method: String, hold: String) throws {
    let outcome = try watch("killed-room", method, hold, killed: true)
    let isAlone = hold == "alone"
    #expect(outcome.notes == ["false", "true \(isAlone)", "false", "true"])
    let taken = try #require(outcome.events.last { $0.kind == .rwlockWriteAcquire })
    #expect(taken.flags.contains(isAlone ? .ownerDied : .sharerDied))
    #expect(!taken.flags.contains(isAlone ? .sharerDied : .ownerDied))
    let release = try #require(outcome.events.last { $0.kind == .rwlockWriteRelease })
    #expect(release.flags.contains(.mended) == isAlone)
    #expect(ProcModel.OrderRule.violations(in: outcome.events) == [])
  }

  @Test(arguments: [["copy-pairs", "fork", "2", "2"], ["copy-pairs", "spawn", "2", "1"]])
  func stepByStepToTheEnd(command: [String]) throws {
    let run = try FixtureRun(command[0], Array(command.dropFirst()), .init(isGated: true))
    let gates = try #require(run.gates)
    var granted = 0
    while true {
      do {
        try run.wait("the next gate") { $0.count { $0.kind == .gateWait } > granted }
        let waits = run.events.filter { $0.kind == .gateWait }
        for wait in waits[granted...] { gates.grant(wait.extra) }
        granted = waits.count
      } catch is FixtureRun.Failure { break }
    }
    let outcome = try run.finish()
    #expect(outcome.exitCode == 0, "\(outcome.printed)")
    #expect(ProcModel.OrderRule.violations(in: outcome.events) == [])
  }
}
