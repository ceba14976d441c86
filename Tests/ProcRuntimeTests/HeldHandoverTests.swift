import ProcModel
import Testing

/// Managers and pools whose every operation is let go one by one.
@Suite struct HeldHandoverTests {
  @Test(
    arguments: [
      ["manager-lesson", "fork", "3"], ["manager-errors", "spawn"],
      ["pool-lesson", "fork", "process", "2", "4"], ["pool-lesson", "spawn", "process", "2", "3"],
      ["pool-cancel", "fork", "process"], ["pool-lesson", "fork", "thread", "2", "4"],
    ])
  func stepByStepToTheEnd(command: [String]) throws {
    let run = try FixtureRun(command[0], Array(command.dropFirst()), .init(isGated: true))
    let gates = try #require(run.gates)
    var granted = 0
    var isOver = false
    while !isOver {
      do {
        try run.wait("the next gate") { events in
          events.lazy.filter { $0.kind == .gateWait }.count > granted
        }
        let waits = run.events.filter { $0.kind == .gateWait }
        for wait in waits[granted...] { gates.grant(wait.extra) }
        granted = waits.count
      } catch is FixtureRun.Failure { isOver = true }
    }
    let outcome = try run.finish()
    #expect(outcome.exitCode == 0)
    #expect(granted > 10)
    #expect(HandoverRule.violations(in: outcome.events) == [])
    // Nothing happens that was not let go: a gate comes before each event of a task or request.
    for event in outcome.events where Self.held.contains(event.kind) {
      let wait = outcome.events.last {
        $0.kind == .gateWait && $0.pid == event.pid && $0.tid == event.tid
          && $0.number < event.number
      }
      // The upper bytes say more of what is about to be done.
      let kind = wait.map { $0.value & 0xFF }
      #expect(kind == Int64(event.kind.rawValue), "\(event.kind.name) \(event.text)")
    }
  }

  /// Operations that are reported as soon as they are let go.
  private static let held: Set<EventKind> = [
    .taskSubmit, .taskBegin, .taskEnd, .taskResult, .managerRequest, .managerServe, .dictSet,
    .dictGet,
  ]
}
