import ProcModel
import ProcSchedule

/// Which part of the time the lanes show, in shown time (``ElasticTime``).
struct TimeWindow: Sendable, Hashable {
  /// How much is shown; nil: all of the run.
  var span: UInt64?
  /// The end of what is shown; nil: the present.
  var end: UInt64?
  /// Whether it was all of the run when somebody began to look back; then it is so again in the
  /// present.
  var isKept = false
}

extension RunState {
  /// Whether nobody can make anything happen: all are held, blocked, idle, or have ended.
  static func isStill(_ world: World) -> Bool {
    world.lanes.allSatisfy { lane in
      switch lane.activity {
      case .held, .blocked, .waiting, .idle, .ended: true
      case .starting, .running, .sleeping: false
      }
    }
  }

  /// How long a still stretch is drawn at most: a step is a step wide, a long wait is wide enough
  /// to say for whom.
  func stillLength() -> UInt64 {
    let lived = lastEventTime.distance(after: origin + elastic.total)
    let isHeld = run.world.lanes.contains { if case .held = $0.activity { true } else { false } }
    return isHeld ? max(1_000_000, lived / 25) : max(5_000_000, lived / 10 * 8)
  }

  /// The end of the drawn time: the last event, or now while something can happen.
  var present: UInt64 {
    // What the viewer learns after the last process has ended is no time of theirs.
    if let end = run.world.end { return end }
    if mode == .finished || run.trace.isEmpty { return lastEventTime }
    let latest = max(now, lastEventTime)
    guard RunState.isStill(run.world) else { return latest }
    return min(latest, lastEventTime + stillLength())
  }

  /// The present in shown time.
  var shownPresent: UInt64 { elastic.shown(present, origin: origin) }

  /// Takes an event out of the channel, and leaves out the stillness before it.
  mutating func append(_ event: Event) {
    if event.time > lastEventTime, !run.trace.isEmpty {
      let still = lastEventTime + 1_000_000
      if event.time > still, run.world.end == nil, RunState.isStill(run.world) {
        elastic.cut(from: lastEventTime + stillLength(), to: event.time)
      }
    }
    controller.take(event)
    now = max(now, event.time)
  }
}

extension World {
  /// When the last process ended; nil while one has not, or there is none.
  var end: UInt64? { lanes.allSatisfy(\.hasEnded) ? lanes.map(\.since).max() : nil }
}
