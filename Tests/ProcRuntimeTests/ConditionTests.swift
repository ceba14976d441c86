import ProcModel
import Testing

@Suite struct ConditionTests {
  @Test func onlyTheHolderOfTheLockWaitsAndNotifies() throws {
    let expected = [
      "must acquire() condition before using wait()", "lock is not owned", "false true",
      "true false", "false", "attempt to release recursive lock not owned by thread", "false",
    ]
    let outcome = try watchCoordination("condition-basics", "fork")
    #expect(outcome.printed == expected)
    let unwatched = try FixtureRun("condition-basics", ["fork"], .init(isWatched: false))
    #expect(try unwatched.finish().lines == expected)
  }

  @Test func theLockIsGivenUpAtAnyDepthAndTakenBack() throws {
    let outcome = try watchCoordination("condition-basics", "fork")
    let door = try #require(outcome.events.first { $0.kind == .objectDefine && $0.text == "door" })
    let start = try #require(outcome.events.firstIndex { $0.kind == .conditionWait })
    let story = outcome.events[start...].prefix(4)
    #expect(
      story.map(\.kind) == [.conditionWait, .lockRelease, .conditionTimeout, .lockAcquire])
    #expect(story.map(\.value) == [1, 0, 0, 3])
    #expect(story.first?.extra == door.object.rawValue)
    #expect(story.first?.flags == .timed)
  }

  @Test(arguments: startMethods, ["rlock", "lock"])
  func nothingIsLostThroughAShelf(method: String, lock: String) throws {
    let unwatched = try FixtureRun("shelf", [method, "3", "200", lock], .init(isWatched: false))
    #expect(try unwatched.finish().lines == ["179700 0"])
    let outcome = try watchCoordination("shelf", method, "2", "15", lock)
    #expect(outcome.printed == ["435 0"])
  }

  @Test(arguments: startMethods)
  func theLongestWaiterIsNotifiedFirst(method: String) throws {
    let run = try FixtureRun("notify-in-turn", [method])
    for number in 1...3 {
      try run.wait("one more waits") { $0.count { $0.kind == .conditionWait } == number }
      run.type("\n")
    }
    for number in 1...3 {
      try run.wait("one more is awake") { $0.count { $0.kind == .note } == number }
      run.type("\n")
    }
    let outcome = try run.finish()
    #expect(ProcModel.OrderRule.violations(in: outcome.events) == [])
    let names = Names(outcome.events)
    let awake = outcome.events.filter { $0.kind == .conditionWake }.map { names.lane($0) }
    #expect(awake == ["Process-1", "Process-2", "Process-3"])
    #expect(outcome.events.filter { $0.kind == .conditionNotify }.map(\.value) == [1, 1, 1])
  }

  @Test func notifyAllWakesAll() throws {
    let run = try FixtureRun("notify-in-turn", ["fork", "all"])
    for number in 1...3 {
      try run.wait("one more waits") { $0.count { $0.kind == .conditionWait } == number }
      run.type("\n")
    }
    let outcome = try run.finish()
    let notify = try #require(outcome.events.first { $0.kind == .conditionNotify })
    #expect(notify.value == 3 && notify.extra == .max)
    #expect(outcome.notes == Array(repeating: "notified true", count: 3))
  }

  @Test func aNotifyWithoutWaitersIsLost() throws {
    let run = try FixtureRun("notify-nobody", ["fork"])
    try run.wait("the child waits") { $0.contains { $0.kind == .conditionWait } }
    #expect(run.events.first { $0.kind == .conditionNotify }?.value == 0)
    #expect(!run.events.contains { $0.kind == .conditionWake })
  }

  @Test(arguments: startMethods)
  func conditionSurvivesKillsAtAnyMoment(method: String) throws {
    let rounds = method == "fork" ? "40" : "8"
    let unwatched = try FixtureRun("kill-waiters", [method, rounds], .init(isWatched: false))
    #expect(try unwatched.finish().lines == ["survived \(rounds)"])
    let outcome = try watch("kill-waiters", method, rounds, killed: true)
    #expect(outcome.printed == ["survived \(rounds)"])
  }
}
