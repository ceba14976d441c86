import ProcModel

/// Which place across the picture each time has: evenly, but for the stretches in which nothing could
/// happen. Of those only a little is drawn (``ElasticTime``).
struct ElasticScale {
  /// Which stretches are left out.
  let elastic: ElasticTime
  /// The time of the first event, and how much time is drawn in all, nanoseconds.
  let origin: UInt64
  let shown: UInt64
  /// How wide that is.
  let width: Double

  /// The scale of a run.
  init(_ run: Run, width: Double) {
    var elastic = ElasticTime()
    var walk = Walk()
    for event in run.trace {
      elastic.leaveOutStillness(before: event, in: walk.world)
      walk.take(event)
    }
    origin = run.world.startTime
    shown = max(elastic.shown(min(run.endTime, run.drawnEnd), origin: origin), 1_000)
    self.elastic = elastic
    self.width = width
  }

  /// The place of a time of the trace's clock.
  func x(_ time: UInt64) -> Double {
    width * Double(elastic.shown(time, origin: origin)) / Double(shown)
  }

  /// The first time of the trace's clock that has a place, or lies to its right.
  func time(_ x: Double) -> UInt64 {
    elastic.real(UInt64(max(0, x / width * Double(shown))), origin: origin)
  }
}
