import ProcModel
import Testing

@Suite struct GateTests {
  @Test(arguments: startMethods)
  func nothingHappensUntilItIsLetGo(method: String) throws {
    let run = try FixtureRun("busy", [method], .init(isGated: true))
    let gates = try #require(run.gates)
    // One grant at a time: after each, exactly one lane moves, up to its next gate.
    for _ in 0..<60 {
      try run.wait("everybody is held") { Holding($0).isEverybodyHeld }
      let held = Holding(run.events).slots
      let slot = try #require(held.values.min())
      let before = run.events.count
      gates.grant(slot)
      try run.wait("an operation") { $0.count > before }
    }
    gates.open()
    let outcome = try run.finish()
    #expect(OrderRule.violations(in: outcome.events) == [])
    #expect(outcome.exitCode == 0)
    #expect(gates.owners == [])
  }

  @Test func aGrantLetsOneOperationHappen() throws {
    let run = try FixtureRun("busy", ["fork"], .init(isGated: true))
    let gates = try #require(run.gates)
    var operations: [Int] = []
    for _ in 0..<40 {
      try run.wait("everybody is held") { Holding($0).isEverybodyHeld }
      let before = run.events.count
      guard let (lane, slot) = Holding(run.events).slots.max(by: { $0.key < $1.key }) else { break }
      gates.grant(slot)
      try run.wait("held again") { events in
        let new = events.dropFirst(before)
        return new.contains { $0.kind == .gateWait && $0.pid == lane }
          || new.contains { $0.kind == .processExit && $0.pid == lane }
      }
      operations.append(
        run.events.dropFirst(before).filter {
          $0.pid == lane && [.valueRead, .valueWrite].contains($0.kind)
        }.count)
    }
    #expect(operations.allSatisfy { $0 <= 1 })
    #expect(operations.contains(1))
    gates.open()
    #expect(try run.finish().exitCode == 0)
  }

  @Test func aHeldWaiterDoesNotTakeTheLockByItself() throws {
    let run = try FixtureRun("wait-cpu", ["fork"], .init(isGated: true))
    let gates = try #require(run.gates)
    try run.wait("main is held at the lock") {
      $0.last.map { $0.kind == .gateWait && $0.value == Int64(EventKind.lockAcquire.rawValue) }
        ?? false
    }
    #expect(!run.events.contains { $0.kind == .lockAcquire })
    gates.open()
    #expect(try run.finish().exitCode == 0)
  }
}

/// The lane held at each slot, by pid, and whether a lane is on its way to a gate.
private struct Holding {
  var slots: [Int32: UInt64] = [:]
  var isEverybodyHeld = false

  init(_ events: [Event]) {
    var doing: [Int32: EventKind] = [:]
    var starting = 0
    for event in events {
      doing[event.pid] = event.kind
      slots[event.pid] = event.kind == .gateWait ? event.extra : nil
      if event.kind == .processStart { starting += 1 }
      // A child is held before it begins, too.
      if event.kind == .gateWait && event.value == Int64(EventKind.processBegin.rawValue) {
        starting -= 1
      }
    }
    let atRest: Set<EventKind> = [.gateWait, .joinWait, .processExit]
    isEverybodyHeld =
      !slots.isEmpty && starting == 0 && doing.values.allSatisfy { atRest.contains($0) }
      // A child that ends wakes the one that joins it; wait until that one is held again.
      && !doing.contains { pid, kind in
        kind == .joinWait && doing.values.contains(.processExit) && slots[pid] == nil
          && Self.joinedHasEnded(pid, events)
      }
  }

  private static func joinedHasEnded(_ pid: Int32, _ events: [Event]) -> Bool {
    guard let joined = events.last(where: { $0.pid == pid && $0.kind == .joinWait })?.object else {
      return false
    }
    return events.contains { $0.kind == .processExit && $0.object == joined }
  }
}
