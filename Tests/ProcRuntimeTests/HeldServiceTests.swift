import ProcModel
import Testing

/// What managers and pools say of themselves, and where their servers and workers wait while they
/// are held.
@Suite struct HeldServiceTests {
  @Test(arguments: [
    ["pool-lesson", "fork", "process", "2", "3"], ["pool-lesson", "spawn", "process", "2", "3"],
  ])
  func heldWorkersWaitForTasksAtTheirGates(command: [String]) throws {
    let run = try FixtureRun(command[0], Array(command.dropFirst()), .init(isGated: true))
    let gates = try #require(run.gates)
    // Main is let go up to its first submission; workers only begin.
    let isFork = command[1] == "fork"
    var granted = 0
    func letMainGo(until isEnough: ([Event]) -> Bool) throws {
      while !isEnough(run.events) {
        let waits = { (events: [Event]) in
          events.filter {
            $0.kind == .gateWait && ($0.pid == run.pid && !$0.isSubmission || $0.isBeginning)
          }
        }
        try run.wait("main or a worker") { waits($0).count > granted || isEnough($0) }
        for wait in waits(run.events).dropFirst(granted) {
          gates.grant(wait.extra)
          granted += 1
        }
      }
    }
    let workers = isFork ? 2 : 1
    try letMainGo { events in
      events.filter { $0.kind == .gateWait && $0.value == Int64(EventKind.taskBegin.rawValue) }
        .count == workers && events.contains(where: \.isSubmission)
    }
    #expect(!run.events.contains { $0.kind == .taskSubmit })
    let pool = try #require(run.events.first { $0.kind == .objectDefine })
    #expect(
      run.events.filter { $0.kind == .processIdle }.allSatisfy { $0.extra == pool.object.rawValue })
    // A worker that is let go without a task says that it is idle, and comes back.
    let held = try #require(run.events.last { $0.kind == .gateWait && $0.pid != run.pid })
    gates.grant(held.extra)
    try run.wait("back at the gate") { events in
      let new = events.filter { $0.pid == held.pid && $0.number > held.number }
      return new.map(\.kind) == [.processIdle, .gateWait]
    }
    gates.open()
    let outcome = try run.finish()
    #expect(outcome.exitCode == 0)
    #expect(HandoverRule.violations(in: outcome.events) == [])
  }

  @Test(arguments: startMethods)
  func aManagerSaysWhenItIsReadyWhatItOwnsAndWhenItEnds(method: String) throws {
    let outcome = try watchHandovers("manager-lesson", [method, "2"])
    let events = outcome.events
    let manager = try #require(
      events.first { $0.kind == .objectDefine && $0.value == ObjectKind.manager.rawValue })
    let dict = try #require(
      events.first { $0.kind == .objectDefine && $0.value == ObjectKind.dict.rawValue })
    #expect(dict.extra == manager.object.rawValue)
    let idle = try #require(events.firstIndex { $0.kind == .processIdle })
    let ready = try #require(events.firstIndex { $0.kind == .managerReady })
    #expect(events[idle].extra == manager.object.rawValue)
    #expect(events[ready].object == events[idle].object)
    let shutdowns = events.indices.filter { events[$0].kind == .shutdown }
    #expect(shutdowns.map { events[$0].object } == [manager.object])
    let exit = try #require(
      events.firstIndex { $0.kind == .processExit && $0.pid == events[idle].pid })
    #expect(shutdowns.allSatisfy { $0 < exit })
  }

  @Test(arguments: [["fork", "process"], ["spawn", "process"], ["fork", "thread"]])
  func aPoolSaysWhenItTakesNoMore(kind: [String]) throws {
    let events = try watchHandovers("pool-lesson", kind + ["2", "4"]).events
    let pool = try #require(
      events.first { $0.kind == .objectDefine && $0.value == ObjectKind.pool.rawValue })
    let shutdown = try #require(events.firstIndex { $0.kind == .shutdown })
    #expect(events[shutdown].object == pool.object)
    #expect(events.filter { $0.kind == .shutdown }.count == 1)
    #expect(!events[shutdown...].contains { $0.kind == .taskSubmit })
    let workers = Set(events.filter { $0.kind == .processIdle }.map(\.object))
    let exits = events.indices.filter {
      events[$0].kind == .processExit && workers.contains(events[$0].object)
    }
    #expect(!exits.isEmpty && exits.allSatisfy { $0 > shutdown })
  }
}

extension Event {
  /// Whether it says that a lane is held before a submission.
  fileprivate var isSubmission: Bool {
    kind == .gateWait && value == Int64(EventKind.taskSubmit.rawValue)
  }
  /// Whether it says that a process is held before it begins.
  fileprivate var isBeginning: Bool {
    kind == .gateWait && value == Int64(EventKind.processBegin.rawValue)
  }
}
