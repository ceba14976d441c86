import CProcSupport
import Glibc
import ProcModel
import Testing

/// Semaphores, conditions, events and barriers whose every operation is let go one by one.
@Suite struct CoordinationGateTests {
  @Test(
    arguments: [
      ["room-for-two", "fork", "3", "2"], ["event-basics", "fork"], ["condition-basics", "fork"],
      ["shelf", "spawn", "1", "3"], ["shelf", "fork", "2", "2"],
      ["barrier-rounds", "spawn", "2", "2"], ["barrier-rounds", "fork", "3", "2"],
      ["barrier-basics", "fork"],
    ])
  func stepByStepToTheEnd(command: [String]) throws {
    let run = try FixtureRun(command[0], Array(command.dropFirst()), .init(isGated: true))
    let gates = try #require(run.gates)
    var granted = 0
    var isOver = false
    while !isOver {
      do {
        try run.wait("the next gate") { $0.count { $0.kind == .gateWait } > granted }
        let waits = run.events.filter { $0.kind == .gateWait }
        for wait in waits[granted...] { gates.grant(wait.extra) }
        granted = waits.count
      } catch is FixtureRun.Failure { isOver = true }
    }
    let outcome = try run.finish()
    #expect(outcome.exitCode == 0, "\(outcome.printed)")
    #expect(OrderRule.violations(in: outcome.events) == [])
    #expect(ProcModel.OrderRule.violations(in: outcome.events) == [])
    for event in outcome.events where Self.held.contains(event.kind) && event.flags == [] {
      let wait = outcome.events.last {
        $0.kind == .gateWait && $0.pid == event.pid && $0.number < event.number
      }
      #expect(wait.map { EventKind(rawValue: UInt8($0.value & 0xFF)) } == event.kind)
    }
  }

  /// Operations that are reported as soon as they are let go, unless they have to wait.
  private static let held: Set<EventKind> = [
    .semaphoreAcquire, .semaphoreRelease, .conditionWake, .conditionNotify, .eventWake, .eventSet,
    .eventClear, .eventPoll, .barrierPass,
  ]

  @Test func aNotifyToAKilledWaiterGoesToTheNext() throws {
    let run = try FixtureRun("two-waiters", ["fork"], .init(isGated: true))
    let stepper = Stepper(run, gates: try #require(run.gates))
    try stepper.drive(run.pid, to: .lockAcquire)
    let children = try stepper.children(2)
    for child in children { try stepper.drive(child, to: .conditionWake) }
    // If it is let go but must wait, it says so, and comes back to its gate.
    try stepper.drive(children[1], to: .conditionWake, atLeastOnce: true)
    #expect(run.events.count { $0.kind == .conditionWait && $0.pid == children[1] } == 2)
    try stepper.drive(run.pid, to: .joinDone)
    #expect(run.events.first { $0.kind == .conditionNotify }?.value == 1)
    let end = ProcessWatch(children[0])
    kill(children[0], SIGKILL)
    #expect(end.waitForEnd())
    try stepper.drive(children[1], to: .lockAcquire, atLeastOnce: true)
    #expect(run.events.contains { $0.kind == .conditionWake && $0.pid == children[1] })
    stepper.gates.open()
    let outcome = try run.finish()
    #expect(outcome.notes == ["notified true"])
    #expect(ProcModel.OrderRule.violations(in: outcome.events) == [])
  }
}

/// Lets lanes go one operation at a time.
private struct Stepper {
  let run: FixtureRun
  let gates: GatePage

  init(_ run: FixtureRun, gates: GatePage) {
    self.run = run
    self.gates = gates
  }

  /// Lets a process go until it is held before an operation of this kind.
  func drive(_ pid: Int32, to kind: EventKind, atLeastOnce: Bool = false) throws {
    var mustMove = atLeastOnce
    while true {
      try run.wait("\(pid) is held") { $0.last { $0.pid == pid }?.kind == .gateWait }
      guard let gate = run.events.last(where: { $0.pid == pid }) else { return }
      if gate.value & 0xFF == Int64(kind.rawValue), !mustMove { return }
      mustMove = false
      gates.grant(gate.extra)
      try run.wait("\(pid) moves") { $0.last { $0.pid == pid }?.number != gate.number }
    }
  }

  /// The pids of the children that were started, in order.
  func children(_ count: Int) throws -> [Int32] {
    let begins = { (events: [Event]) in
      events.filter {
        $0.kind == .gateWait && $0.value & 0xFF == Int64(EventKind.processBegin.rawValue)
      }
    }
    try run.wait("the children are held") { begins($0).count == count }
    let order = run.events.filter { $0.kind == .processStart }.map(\.object)
    let children = begins(run.events)
    return order.compactMap { id in children.first { $0.object == id }?.pid }
  }
}
