/// A run: its trace, and all that follows from it. Append events as they come out of the channel;
/// everything else is derived.
public struct Run: Sendable {
  /// All events, in channel order.
  public private(set) var trace = Trace()
  /// The present.
  public private(set) var world = World()
  /// The past, as it is drawn.
  private(set) var timeline = Timeline()
  /// The places of what was printed, typed and noted, rising: `output`, `input.wait`, `input.read`,
  /// `note`.
  public private(set) var talk: [Int] = []

  private var checkpoints = Checkpoints()
  private var tracker = FindingTracker()

  /// A run of which nothing is known yet.
  public init() {}

  /// Takes the next event out of the channel.
  public mutating func append(_ event: Event) {
    let seq = trace.count
    var kept = event
    trace.append(&kept)
    let change = world.apply(kept)
    timeline.record(kept, seq: seq, change, world)
    tracker.note(kept, seq: seq, change, world)
    if kept.kind.isTalk { talk.append(seq) }
    checkpoints.note(world)
  }

  /// Nobody will move any more, whatever they could do: whoever waits now, or is held before what
  /// cannot happen, waits for good. It is seen without being said while a run goes on; this is for
  /// the end of a run under control.
  ///
  /// - Parameter spinning: the lanes that could go on, but only to ask again what they have asked in
  ///   vain.
  public mutating func conclude(spinning: [LaneIndex] = []) {
    tracker.conclude(spinning: spinning, world)
  }

  /// What was noticed so far, the gravest first.
  public var findings: [Finding] { tracker.findings(world, at: world).map(withWhatLedToIt) }

  /// What had been noticed by the moment of `past`, one of the worlds that ``world(after:)`` gives,
  /// with the numbers of that moment.
  public func findings(at past: World) -> [Finding] {
    tracker.findings(world, at: past).filter { ($0.seqs.last ?? 0) < past.eventCount }
  }

  /// The lanes that a signal ended which neither the run nor what the lane itself did explains, in
  /// the order in which that was learned: somebody outside has touched the run.
  public var killedFromOutside: [LaneIndex] { tracker.ends.killedFromOutside }

  /// Whether the run will never go on: everybody who has not ended waits for good.
  public var isStuck: Bool { world.isStuck }

  /// The world as it was when the first `count` events had happened.
  public func world(after count: Int) -> World {
    if count >= trace.count { return world }
    var past = checkpoints.world(before: count)
    trace.forEach(in: past.eventCount..<max(count, past.eventCount)) { _ = past.apply($0) }
    return past
  }

  /// How many events have happened at `time` (nanoseconds of the trace's clock): the argument for
  /// ``world(after:)``.
  public func count(upTo time: UInt64) -> Int { trace.count(upTo: time) }
}
