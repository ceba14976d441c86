import ProcModel

/// The horizontal place of each time in the picture: linear, except for stretches in which nothing
/// could happen, since all lanes were held or waited. Only a little of those is drawn.
struct ElasticScale {
  /// A stretch of which only the beginning is drawn.
  struct Cut {
    /// Where it starts and ends, nanoseconds since the first event.
    let start: UInt64
    let end: UInt64
    /// How much is left out up to its end.
    let total: UInt64
  }

  let cuts: [Cut]
  /// The time of the first event, and how much time is drawn in all, nanoseconds.
  let origin: UInt64
  let shown: UInt64
  /// How wide that is.
  let width: Double

  /// The scale of a run.
  init(_ run: Run, width: Double) {
    var cuts: [Cut] = []
    var walk = Walk()
    var last: UInt64 = run.world.startTime
    origin = last
    for event in run.trace {
      let lived = last - origin - (cuts.last?.total ?? 0)
      let start = last + walk.world.stillLength(lived: lived)
      if event.time > start, event.time - last > 1_000_000, walk.world.isStill {
        cuts.append(
          Cut(
            start: start - origin, end: event.time - origin,
            total: (cuts.last?.total ?? 0) + (event.time - start)))
      }
      walk.take(event)
      last = event.time
    }
    self.cuts = cuts
    self.width = width
    let end = max(origin, min(last, run.drawnEnd))
    let length = end - origin
    let total = cuts.last { $0.end <= length }?.total ?? 0
    shown = max(length - total, 1_000)
  }

  /// The place of a time of the trace's clock.
  func x(_ time: UInt64) -> Double { x(elapsed: time > origin ? time - origin : 0) }

  /// The place of a time since the first event.
  func x(elapsed: UInt64) -> Double {
    let behind = cuts.partitioningIndex { $0.start >= elapsed }
    guard behind > 0 else { return width * Double(elapsed) / Double(shown) }
    let cut = cuts[behind - 1]
    let left = elapsed >= cut.end ? cut.total : cut.total - (cut.end - elapsed)
    return width * Double(elapsed - left) / Double(shown)
  }

  /// The first time of the trace's clock that has a place, or lies to its right.
  func time(_ x: Double) -> UInt64 {
    let shownTime = UInt64(max(0, x / width * Double(shown)))
    let behind = cuts.partitioningIndex { $0.end - $0.total >= shownTime }
    return origin + shownTime + (behind > 0 ? cuts[behind - 1].total : 0)
  }
}

extension World {
  /// Whether no lane can do anything: all are held, wait, or have ended.
  fileprivate var isStill: Bool {
    lanes.allSatisfy { lane in
      switch lane.activity {
      case .held, .blocked, .waiting, .idle, .ended: true
      case .starting, .running, .sleeping: false
      }
    }
  }

  /// How much of a stretch without events is drawn: the width of one step.
  fileprivate func stillLength(lived: UInt64) -> UInt64 {
    let isHeld = lanes.contains { if case .held = $0.activity { true } else { false } }
    return isHeld ? max(1_000_000, lived / 25) : max(5_000_000, lived / 10 * 8)
  }
}
