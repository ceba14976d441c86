import ProcModel
import Testing

/// `JoinableQueue`, `SimpleQueue`, and looking at queues.
@Suite struct TaskQueueTests {
  @Test(arguments: startMethods)
  func joinWaitsUntilAllTasksAreDone(method: String) throws {
    let unwatched = try FixtureRun("joinable", [method, "3", "40"], .init(isWatched: false))
    #expect(try unwatched.finish().lines == ["sum 20540 true"])
    let outcome = try watch("joinable", method, "3", "40")
    #expect(outcome.printed == ["sum 20540 true"])
    #expect(ProcModel.OrderRule.violations(in: outcome.events) == [])
    let events = outcome.events
    let joined = try #require(events.firstIndex { $0.kind == .queueJoinDone })
    let done = events[..<joined].filter { $0.kind == .queueTaskDone }
    #expect(done.count == 40)
    #expect(done.last?.value == 0)
  }

  @Test func tasksAreNotDoneMoreOftenThanPut() throws {
    let outcome = try watch("joinable-too-often", "fork")
    #expect(
      outcome.printed == [
        "1 0 true false", "task_done() called too many times on jobs", "Queue jobs is closed",
      ])
  }

  @Test(arguments: startMethods)
  func killedWorkersLeaveTheirTasksUndoneAndNoMore(method: String) throws {
    let rounds = method == "fork" ? "20" : "5"
    let unwatched = try FixtureRun("joinable-killed", [method, rounds], .init(isWatched: false))
    #expect(try unwatched.finish().lines == ["joined \(rounds)"])
    let outcome = try watch("joinable-killed", method, rounds, killed: true)
    #expect(outcome.printed == ["joined \(rounds)"])
  }

  @Test(arguments: startMethods)
  func aSimpleQueueCarriesEverythingInOrder(method: String) throws {
    let outcome = try watch("simple", method, "3", "50")
    #expect(outcome.printed == ["got [49, 49, 49] true", "Queue line is closed"])
  }

  @Test func looksAreOperations() throws {
    let outcome = try watch("queue-looks", "fork")
    #expect(outcome.printed == ["0 true false", "1 false true"])
    let looks = outcome.events.filter { $0.kind == .queuePoll }
    #expect(looks.map(\.text) == ["qsize", "empty", "full", "qsize", "empty", "full"])
    #expect(looks.map(\.value) == [0, 0, 0, 1, 1, 1])
    let run = try HeldRun("queue-looks", ["fork"])
    try run.drive { $0.first }
    #expect(run.moves.filter { $0 == "MainProcess queue.poll queue-1" }.count == 6)
    #expect(try run.finish().exitCode == 0)
  }

  @Test(arguments: startMethods)
  func heldTheTraceAloneSaysWhoCanMove(method: String) throws {
    for scheduler in [{ (lanes: [Int]) in lanes.first }, { (lanes: [Int]) in lanes.last }] {
      let run = try HeldRun("joinable", [method, "2", "3"])
      try run.drive(scheduler)
      #expect(run.inVain == [])
      #expect(run.haveAllEnded, "\(run.moves.suffix(5))")
      #expect(run.moves.contains("MainProcess queue.join.done queue-1"))
      #expect(try run.finish().exitCode == 0)
    }
  }
}
