/// Time without the stretches in which nothing could happen: while all processes are held, or wait
/// for somebody who types, or for ever, hours may pass that nobody wants to see drawn.
///
/// Real times are nanoseconds of the events' clock; shown times are nanoseconds since the first
/// event with the middle of each such stretch left out.
public struct ElasticTime: Sendable, Hashable {
  /// A stretch that is left out.
  public struct Cut: Sendable, Hashable {
    /// Where it starts, real time.
    public let start: UInt64
    /// Where it ends, real time.
    public let end: UInt64
    /// How much is left out up to its end, itself included.
    public let total: UInt64
  }

  /// The cuts, rising.
  public private(set) var cuts: [Cut] = []

  /// How much is left out so far.
  public var total: UInt64 { cuts.last?.total ?? 0 }

  /// Time of which nothing is left out.
  public init() {}

  /// So much time without an event is never left out, nanoseconds.
  public static let shortest: UInt64 = 1_000_000

  /// Leaves out the stillness before the next event of a run.
  ///
  /// - Parameter world: the world just before it.
  public mutating func leaveOutStillness(before event: Event, in world: World) {
    guard world.eventCount > 0, event.time > world.now + Self.shortest, world.isStill else {
      return
    }
    cut(from: world.now + stillLength(in: world), to: event.time)
  }

  /// How long a still stretch that begins at the world's last event is drawn at most, nanoseconds: a
  /// step is a step wide, a long wait is wide enough to say for whom.
  public func stillLength(in world: World) -> UInt64 {
    let lived = world.now.distance(after: world.startTime + total)
    let isHeld = world.lanes.contains { if case .held = $0.activity { true } else { false } }
    return isHeld ? max(1_000_000, lived / 25) : max(5_000_000, lived / 10 * 8)
  }

  /// Leaves out everything from `start` to `end`, which must be later than all cuts so far.
  public mutating func cut(from start: UInt64, to end: UInt64) {
    guard end > start, start >= cuts.last?.end ?? 0 else { return }
    cuts.append(Cut(start: start, end: end, total: total + (end - start)))
  }

  /// The shown time of a real one.
  public func shown(_ real: UInt64, origin: UInt64) -> UInt64 {
    let index = cuts.partitioningIndex { $0.start >= real }
    guard index > 0 else { return real.distance(after: origin) }
    let cut = cuts[index - 1]
    // Within the cut, time stands still.
    let left = cut.total - (cut.end - min(max(real, cut.start), cut.end))
    return real.distance(after: origin + left)
  }

  /// The real time of a shown one: the earliest that is shown there.
  public func real(_ shown: UInt64, origin: UInt64) -> UInt64 {
    let index = cuts.partitioningIndex { cut in
      cut.start.distance(after: origin + (cut.total - (cut.end - cut.start))) >= shown
    }
    return origin + shown + (index > 0 ? cuts[index - 1].total : 0)
  }
}

extension World {
  /// Whether nobody can make anything happen: all are held, blocked, idle, or have ended.
  public var isStill: Bool {
    lanes.allSatisfy { lane in
      switch lane.activity {
      case .held, .blocked, .idle, .ended: true
      case .starting, .running, .sleeping: false
      }
    }
  }

  /// When the last process ended, real time; nil while one has not, or there is none.
  public var end: UInt64? { lanes.allSatisfy(\.hasEnded) ? lanes.map(\.since).max() : nil }
}

extension UInt64 {
  /// How much later than `other` this is; 0 where it is not.
  public func distance(after other: UInt64) -> UInt64 { self > other ? self - other : 0 }
}
