import ProcModel
import Testing

/// Runs a program of the fixture with a manager or a pool, watched, and checks its trace.
func watchHandovers(
  _ program: String, _ arguments: [String], killed: Bool = false
) throws -> Outcome {
  let outcome = try FixtureRun(program, arguments).finish()
  #expect(outcome.malformed == 0)
  #expect(OrderRule.violations(in: outcome.events, killed: killed) == [])
  #expect(HandoverRule.violations(in: outcome.events, killed: killed) == [])
  #expect(outcome.exitCode == 0, "\(outcome.output) \(outcome.printed)")
  return outcome
}

@Suite struct ManagerTests {
  @Test(arguments: startMethods)
  func everyWorkerSetsItsKey(method: String) throws {
    let outcome = try watchHandovers("manager-lesson", [method, "10"])
    #expect(outcome.printed == ["0=100 1=100 2=100 3=100 4=100 5=100 6=100 7=100 8=100 9=100"])
    let names = Names(outcome.events)
    let sets = outcome.events.filter { $0.kind == .dictSet }
    #expect(Set(sets.map(\.text)) == Set((0..<10).map(String.init)))
    #expect(sets.allSatisfy { $0.detail == "100" && names.object($0) == "dict-1" })
    let serves = outcome.events.filter { $0.kind == .managerServe }
    #expect(serves.allSatisfy { names.lane($0) == "SyncManager-1" })
    #expect(Set(serves.map(\.value)).isSuperset(of: sets.map { Int64($0.pid) }))
    #expect(serves.filter { $0.text.hasPrefix("set ") }.allSatisfy { $0.detail == "100" })
  }

  @Test(arguments: startMethods)
  func serverIsADaemonThatEndsByItself(method: String) throws {
    let events = try watchHandovers("manager-lesson", [method, "1"]).events
    let begin = try #require(events.first { $0.kind == .processBegin && $0.text != "MainProcess" })
    #expect(begin.text == "SyncManager-1")
    #expect(begin.flags == .daemon)
    #expect(events.contains { $0.kind == .processBegin && $0.text == "Process-2" })
    let idle = events.filter { $0.kind == .processIdle }
    #expect(idle.map(\.object) == [begin.object])
    #expect(idle.map(\.text) == ["manager-1"])
    #expect(
      events.contains { $0.kind == .processReap && $0.object == begin.object && $0.value == 0 })
  }

  @Test(arguments: startMethods)
  func dictDoesWhatPythonsDoes(method: String) throws {
    #expect(
      try watchHandovers("manager-dict", [method]).printed == [
        "ages 0 {}",
        "{b: 3, a: 1} 1 nil true",
        #"["b", "a"] [3, 1] 1 3"#,
        #"["a", "c"] -1"#,
        "KeyError: x", "KeyError: y", "KeyError: z",
        "{c: 4, n197: 197, n198: 198, n199: 199}",
        "{} 0",
      ])
  }

  @Test(arguments: startMethods)
  func listDoesWhatPythonsDoes(method: String) throws {
    let outcome = try FixtureRun("manager-list", [method], .init(isWatched: false)).finish()
    #expect(
      outcome.lines == [
        "list-1 [z, a, b, c, y] 5 z y true",
        #"y z ["A", "b", "c"]"#,
        "list index out of range: 3", "list index out of range: 3", "list index out of range: 3",
        "list index out of range: -4", "list index out of range: -4", "list index out of range: -4",
        "[]",
        "true",
      ])
  }

  @Test func whatFailedIsNotReportedAsDone() throws {
    let outcome = try watchHandovers("manager-list", ["fork"])
    let failed = outcome.events.filter { $0.detail == "missing" && $0.kind != .managerServe }
    #expect(failed.count == 6)
    #expect(failed.allSatisfy { $0.kind == .dictGet })
  }

  @Test(arguments: startMethods)
  func proxiesSayThatTheServerIsGone(method: String) throws {
    #expect(
      try watchHandovers("manager-errors", [method]).printed == ["no server", "gone", "true nil"])
  }

  @Test func serverEndsWithMainWithoutShutdown() throws {
    let outcome = try watchHandovers("manager-no-shutdown", ["fork"])
    #expect(outcome.printed == ["{1: 2}"])
    let reaps = outcome.events.filter { $0.kind == .processReap }
    #expect(reaps.map(\.text) == ["SyncManager-1"])
    #expect(reaps.map(\.value) == [0])
  }

  @Test(arguments: startMethods)
  func manyClientsAtOnceLoseNothing(method: String) throws {
    let outcome = try watchHandovers("manager-contention", [method, "4", "40"])
    #expect(outcome.printed == ["40 160 true"])
    let unwatched = try FixtureRun(
      "manager-contention", [method, "4", "300"], .init(isWatched: false)
    ).finish()
    #expect(unwatched.lines == ["40 1200 true"])
  }

  @Test func threadsOfAProcessShareAManager() throws {
    #expect(try watchHandovers("manager-threads", ["fork"]).printed == ["60"])
  }

  @Test(arguments: startMethods, [1, 2, 3])
  func killedClientsDoNoHarm(method: String, seed: Int) throws {
    let arguments = [method, "6", "\(seed)"]
    let outcome = try watchHandovers("manager-kill-clients", arguments, killed: true)
    #expect(outcome.printed == ["survived 6"])
  }

  @Test(arguments: startMethods, [0, 1, 7])
  func clientsOfAKilledServerAreTold(method: String, milliseconds: Int) throws {
    let arguments = [method, "\(milliseconds)"]
    let outcome = try watchHandovers("manager-kill-server", arguments, killed: true)
    #expect(outcome.printed == ["clients ended with [Optional(0)]", "main was told"])
  }

  @Test(arguments: startMethods)
  func serverOfAKilledProcessEnds(method: String) throws {
    let outcome = try FixtureRun("manager-orphan", [method], .init(isWatched: false)).finish()
    #expect(outcome.lines == ["server ended"])
  }
}
