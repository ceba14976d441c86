import ProcModel
import Testing

/// A run that is held from its first operation on, and moved one operation at a time: only lanes
/// move whose operation can happen, by the trace alone. A move without effect is noted: then the
/// trace and the processes do not agree.
final class HeldRun {
  /// How it was moved, one `NAME operation object` for each move.
  private(set) var moves: [String] = []
  /// Moves that came to nothing although the trace said that they could happen.
  private(set) var inVain: [String] = []
  /// What is known of the run.
  private(set) var model = Run()
  private let run: FixtureRun
  private let gates: GatePage

  init(_ program: String, _ arguments: [String]) throws {
    run = try FixtureRun(program, arguments, .init(isGated: true))
    gates = try #require(run.gates)
  }

  /// Moves lanes until none can move any more, or all have ended.
  ///
  /// - Parameter choose: which of the lanes that can move moves next; a lane whose time limit may pass
  ///   can, too, if no other can.
  func drive(_ choose: ([LaneIndex]) -> LaneIndex?) throws {
    while true {
      try catchUp { world in
        !world.lanes.isEmpty && world.lanes.indices.allSatisfy { !isUnderWay($0) }
      }
      let held = model.world.lanes.indices.filter { pending($0) != nil }
      let ready = held.filter { canMove($0) }
      let patient = held.filter { pending($0)?.blocking != .indefinite }
      guard let lane = choose(ready.isEmpty ? patient : ready) else { return }
      try move(lane, expectingSuccess: !ready.isEmpty)
    }
  }

  /// Whether every process has come to its end.
  var haveAllEnded: Bool { !moves.isEmpty && model.world.lanes.allSatisfy { $0.hasEnded } }

  /// Opens the gates and waits for the end.
  func finish() throws -> Outcome {
    gates.open()
    return try run.finish()
  }

  private func isUnderWay(_ lane: LaneIndex) -> Bool {
    model.world.isUnderWay(lane, isControlled: true)
  }

  private func pending(_ lane: LaneIndex) -> PendingOperation? {
    guard case .held(let pending) = model.world.lanes[lane].activity else { return nil }
    return pending
  }

  private func canMove(_ lane: LaneIndex) -> Bool {
    pending(lane).map { model.world.canHappen($0, by: lane) } ?? false
  }

  private func move(_ lane: LaneIndex, expectingSuccess: Bool) throws {
    guard let pending = pending(lane) else { return }
    let state = model.world.lanes[lane]
    let object = model.world.object(pending.object)?.name ?? ""
    let text = "\(state.name) \(pending.kind.name) \(object)"
    moves.append(text)
    let before = model.trace.count
    gates.grant(pending.slot)
    var answer: Event?
    try catchUp { _ in
      answer = self.model.trace.dropFirst(before).first {
        $0.pid == state.pid && $0.tid == state.tid && !$0.flags.contains(.observed)
      }
      return answer != nil || self.model.world.lanes[lane].hasEnded
    }
    // Between a process's last event and its end is a moment in which no lane can join it.
    guard expectingSuccess, pending.kind != .joinDone, let answer else { return }
    if Self.isVain(answer) { inVain.append(text) }
  }

  /// Whether a lane that was let go could do nothing.
  private static func isVain(_ event: Event) -> Bool {
    event.kind == .processIdle
      || event.kind.name.hasSuffix(".wait") && event.kind != .joinWait
        && event.kind != .taskWait && event.kind != .inputWait
  }

  private func catchUp(until isEnough: (World) -> Bool) throws {
    take()
    while !isEnough(model.world) {
      let count = model.trace.count
      try run.wait("the next event") { $0.count > count }
      take()
    }
  }

  private func take() {
    for event in run.events[model.trace.count...] { model.append(event) }
  }
}
