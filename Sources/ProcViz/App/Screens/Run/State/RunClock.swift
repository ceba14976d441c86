import ProcModel

/// The time of a run, as it is drawn.
struct RunClock: Sendable {
  /// The time axis without the long stretches in which nothing could happen.
  private(set) var elastic = ElasticTime()
  /// The latest time that is known, nanoseconds of the events' clock.
  private(set) var now: UInt64 = 0

  /// Notes the time.
  mutating func note(_ time: UInt64) { now = max(now, time) }

  /// Leaves out the stillness before an event that `run` has not taken yet.
  mutating func note(_ event: Event, before run: Run) {
    guard event.time > run.world.now, run.world.end == nil else { return }
    elastic.leaveOutStillness(before: event, in: run.world)
  }

  /// The end of the drawn time: the last event, or now while something can happen.
  ///
  /// - Parameter isOver: whether all processes have ended.
  func present(of run: Run, isOver: Bool) -> UInt64 {
    // What the viewer learns after the last process has ended is no time of theirs.
    if let end = run.world.end { return end }
    if isOver || run.trace.isEmpty { return run.lastEventTime }
    let latest = max(now, run.lastEventTime)
    guard run.world.isStill else { return latest }
    return min(latest, run.lastEventTime + elastic.stillLength(in: run.world))
  }

  /// The latest time that is known of the run: now, or when the last process ended.
  ///
  /// - Parameter isOver: whether all processes have ended.
  func latest(of run: Run, isOver: Bool) -> UInt64 {
    run.world.end ?? (isOver ? run.lastEventTime : max(now, run.lastEventTime))
  }

  /// A time of `run` in shown time.
  func shown(_ time: UInt64, of run: Run) -> UInt64 {
    elastic.shown(time, origin: run.world.startTime)
  }
}

extension Run {
  /// The time of the last event; 0 while there is none.
  var lastEventTime: UInt64 { trace.last?.time ?? 0 }
}
