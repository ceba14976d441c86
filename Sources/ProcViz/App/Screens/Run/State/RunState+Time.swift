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
  /// The end of the drawn time: the last event, or now while something can happen.
  var present: UInt64 {
    // What the viewer learns after the last process has ended is no time of theirs.
    if let end = run.world.end { return end }
    if mode == .finished || run.trace.isEmpty { return lastEventTime }
    let latest = max(now, lastEventTime)
    guard run.world.isStill else { return latest }
    return min(latest, lastEventTime + elastic.stillLength(in: run.world))
  }

  /// The present in shown time.
  var shownPresent: UInt64 { elastic.shown(present, origin: origin) }

  /// Takes an event out of the channel, and leaves out the stillness before it.
  mutating func append(_ event: Event) {
    if event.time > run.world.now, run.world.end == nil {
      elastic.leaveOutStillness(before: event, in: run.world)
    }
    controller.take(event)
    now = max(now, event.time)
  }
}
