import ProcModel
import Testing

/// Runs a fixture program to its end, watched, and checks that its events come in an order in which
/// they could have happened: what is taken at semaphores and the like was given before.
func watchCoordination(_ program: String, _ arguments: String...) throws -> Outcome {
  let outcome = try FixtureRun(program, arguments).finish()
  #expect(outcome.malformed == 0)
  #expect(OrderRule.violations(in: outcome.events) == [])
  #expect(ProcModel.OrderRule.violations(in: outcome.events) == [])
  return outcome
}

@Suite struct SemaphoreTests {
  @Test func unitsAreTakenGivenBackAndCounted() throws {
    let expected = [
      "true true", "false false", "can't specify a timeout for a non-blocking call",
      "[true, true, true, false]", "semaphore or lock released too many times",
      "semaphore or lock released too many times",
    ]
    let outcome = try watchCoordination("semaphore-basics", "fork")
    #expect(outcome.printed == expected)
    let story = outcome.events.filter { (20...23).contains($0.kind.rawValue) }.prefix(9)
    #expect(
      story.map { "\($0.kind.name) \($0.value)" } == [
        "semaphore.acquire 1", "semaphore.acquire 0", "semaphore.timeout 0", "semaphore.wait 0",
        "semaphore.timeout 0", "semaphore.release 2", "semaphore.release 3", "semaphore.acquire 2",
        "semaphore.acquire 1",
      ])
    #expect(story.map(\.extra)[3...6] == [20_000_000, 0, 2, 1])
    let define = try #require(outcome.events.first { $0.kind == .objectDefine })
    #expect(define.value == ObjectKind.semaphore.rawValue && define.extra == 2)
    let unwatched = try FixtureRun("semaphore-basics", ["fork"], .init(isWatched: false))
    #expect(try unwatched.finish().lines == expected)
  }

  @Test(arguments: startMethods)
  func neverMoreThanItsUnitsAreTaken(method: String) throws {
    let expected = ["[0, 0, 0, 0]", "semaphore or lock released too many times"]
    let unwatched = try FixtureRun("room-for-two", [method, "4", "2000"], .init(isWatched: false))
    #expect(try unwatched.finish().lines == expected)
    let outcome = try watchCoordination("room-for-two", method, "4", "30")
    #expect(outcome.printed == expected)
    #expect(outcome.events.filter { $0.kind == .semaphoreAcquire }.count == 120)
  }

  @Test(arguments: startMethods)
  func semaphoreSurvivesKillsAtAnyMoment(method: String) throws {
    let rounds = method == "fork" ? "40" : "8"
    let unwatched = try FixtureRun(
      "kill-takers-of-units", [method, rounds], .init(isWatched: false))
    #expect(try unwatched.finish().lines == ["survived \(rounds)"])
    let outcome = try watch("kill-takers-of-units", method, rounds, killed: true)
    #expect(outcome.printed == ["survived \(rounds)"])
  }

  @Test func aReleaseWakesTheWaiters() throws {
    let run = try FixtureRun("wait-for-unit", ["spawn"])
    try run.wait("the child waits") { $0.contains { $0.kind == .semaphoreWait } }
    run.type("\n")
    try run.wait("the child goes on") { $0.contains { $0.kind == .semaphoreAcquire } }
    run.type("\n")
    #expect(try run.finish().exitCode == 0)
  }
}

@Suite struct EventTests {
  @Test func aFlagIsSetClearedAndWaitedFor() throws {
    let expected = ["false false false", "true true true", "false false"]
    let outcome = try watchCoordination("event-basics", "fork")
    #expect(outcome.printed == expected)
    let story = outcome.events.filter { (84...89).contains($0.kind.rawValue) }.map(\.kind.name)
    #expect(
      story == [
        "event.poll", "event.timeout", "event.wait", "event.timeout", "event.set", "event.set",
        "event.poll", "event.wake", "event.wake", "event.clear", "event.poll", "event.wait",
        "event.timeout",
      ])
    let unwatched = try FixtureRun("event-basics", ["fork"], .init(isWatched: false))
    #expect(try unwatched.finish().lines == expected)
  }

  @Test(arguments: startMethods)
  func whoWaitsWhileItIsSetForAMomentGoesOn(method: String) throws {
    let run = try FixtureRun("event-pulse", [method])
    try run.wait("both wait") { $0.count { $0.kind == .eventWait } == 2 }
    run.type("\n")
    let outcome = try run.finish()
    #expect(outcome.notes == ["woken true", "woken true"])
    #expect(ProcModel.OrderRule.violations(in: outcome.events) == [])
  }
}
