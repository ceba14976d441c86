import ProcModel
import Testing

@Suite struct QueueTests {
  @Test(arguments: startMethods)
  func itemsArriveWholeOnceAndInOrder(method: String) throws {
    let count = "150"
    let unwatched = try FixtureRun("relay", [method, "3", count], .init(isWatched: false))
    #expect(try unwatched.finish().lines == ["parcels 450 left 0"])
    let outcome = try watch("relay", method, "3", count)
    #expect(outcome.printed == ["parcels 450 left 0"])
    let define = try #require(outcome.events.first { $0.kind == .objectDefine })
    #expect(define.text == "first")
    #expect(define.extra == 7)
    #expect(outcome.events.allSatisfy { $0.kind != .queuePut || $0.value <= 7 })
  }

  @Test(arguments: startMethods)
  func queueSurvivesKillsAtAnyMoment(method: String) throws {
    let rounds = method == "fork" ? "40" : "8"
    let unwatched = try FixtureRun("kill-traffic", [method, rounds], .init(isWatched: false))
    #expect(try unwatched.finish().lines == ["survived \(rounds)"])
    let outcome = try watch("kill-traffic", method, rounds, killed: true)
    #expect(outcome.printed == ["survived \(rounds)"])
  }

  @Test func fullEmptyAndClosedAreErrors() throws {
    let expected = [
      "true false 0", "false true 2", "box is full", "box is full", "a b", "box is empty",
      "box is empty", "Queue box is closed",
    ]
    let outcome = try watch("queue-basics", "fork")
    #expect(outcome.printed == expected)
    let kinds = outcome.events.map(\.kind).filter { (24...29).contains($0.rawValue) }
    #expect(
      kinds == [
        .queuePut, .queuePut, .queuePutTimeout, .queuePutWait, .queuePutTimeout, .queueGet,
        .queueGet, .queueGetTimeout, .queueGetWait, .queueGetTimeout,
      ])
    let unwatched = try FixtureRun("queue-basics", ["fork"], .init(isWatched: false))
    #expect(try unwatched.finish().lines == expected)
  }

  @Test(arguments: startMethods)
  func getWaitsForAPut(method: String) throws {
    let outcome = try watch("get-later", method)
    #expect(outcome.printed == ["42"])
    let names = Names(outcome.events)
    let story = outcome.events.filter { (24...29).contains($0.kind.rawValue) }
      .map { names.lane($0) + " " + $0.kind.name + " " + $0.text }
    #expect(
      story == [
        "MainProcess queue.get.wait ", "Process-1 queue.put 42", "MainProcess queue.get 42",
      ])
  }

  @Test func fullRingMakesAnUnboundedQueueWait() throws {
    #expect(
      try watch("unbounded-full", "fork").printed == ["full true", "QueueError", "empty true"])
  }
}
