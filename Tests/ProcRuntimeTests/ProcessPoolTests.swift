import ProcModel
import Testing

/// What only pools of processes do.
@Suite struct ProcessPoolTests {
  @Test(arguments: startMethods)
  func moreTasksThanSlots(method: String) throws {
    let run = try FixtureRun(
      "pool-flood", [method, "process", "20000"], .init(isWatched: false))
    #expect(try run.finish().lines == ["done 20000"])
  }

  @Test(arguments: startMethods)
  func argumentsAndResultsOfAnySizeArriveWhole(method: String) throws {
    #expect(try watchHandovers("pool-big", [method]).printed == ["whole"])
  }

  @Test func workersStartAsCPythonStartsThem() throws {
    #expect(try watchHandovers("pool-on-demand", ["fork"]).printed == ["0", "3", "3", "3", "0"])
    #expect(try watchHandovers("pool-on-demand", ["spawn"]).printed == ["0", "1", "1", "3", "0"])
  }

  @Test(arguments: startMethods)
  func workerThatDiesBreaksThePool(method: String) throws {
    let outcome = try watchHandovers("pool-dies", [method, "3"], killed: true)
    #expect(outcome.printed == ["broken", "refused", "0"])
    let results = outcome.events.filter { $0.kind == .taskResult }
    #expect(results.first { $0.extra == 4 }?.detail.contains("terminated abruptly") == true)
  }

  @Test(arguments: startMethods)
  func workerThatEndsOrDiesIdleBreaksThePool(method: String) throws {
    let outcome = try FixtureRun("pool-exits", [method], .init(isWatched: false)).finish()
    #expect(outcome.lines == ["broken", "BrokenProcessPool"])
  }

  @Test(arguments: startMethods, [1, 2, 3, 4])
  func everyFutureComesToAnEndWhenWorkersAreKilled(method: String, seed: Int) throws {
    let arguments = [method, "5", "\(seed)"]
    let outcome = try FixtureRun("pool-kill", arguments, .init(isWatched: false)).finish()
    #expect(outcome.lines == ["survived 5"])
  }

  @Test(arguments: startMethods)
  func tracesAreInOrderWhenWorkersAreKilled(method: String) throws {
    let outcome = try watchHandovers("pool-kill", [method, "2", "9"], killed: true)
    #expect(outcome.printed == ["survived 2"])
  }

  @Test(arguments: startMethods)
  func workersOfAKilledProcessEnd(method: String) throws {
    let outcome = try FixtureRun("pool-orphans", [method], .init(isWatched: false)).finish()
    #expect(outcome.lines.first?.hasPrefix("workers ended ") == true)
    #expect(outcome.exitCode == 0)
  }

  @Test(arguments: startMethods)
  func aTaskEitherRunsOrIsCancelled(method: String) throws {
    let outcome = try FixtureRun(
      "pool-cancel-race", [method, "300"], .init(isWatched: false)
    ).finish()
    #expect(outcome.lines == ["exact"])
    #expect(try watchHandovers("pool-cancel-race", [method, "20"]).printed == ["exact"])
  }

  @Test func threadsMayWaitForTheSamePool() throws {
    #expect(try watchHandovers("pool-threads", ["spawn"]).printed == ["true"])
  }

  @Test func misuseIsRefused() throws {
    #expect(
      try watchHandovers("pool-misuse", ["fork"]).printed == [
        "max_workers must be greater than 0", "max_workers must be greater than 0",
        "workers cannot find the function 'unknown-function'; give it to Program.run(spawnable:)",
        "cannot schedule new futures after shutdown",
      ])
  }
}
