/// All events of a run, in channel order. Their times rise: how they are kept is hidden, so that
/// it can become more compact.
public struct Trace: Sendable, RandomAccessCollection {
  private var events: [Event] = []
  /// A stamp this far ahead of the one before comes from no clock of this run: 30 days.
  private static let farthest: UInt64 = 30 * 24 * 3_600_000_000_000

  /// An empty trace.
  public init() {}

  /// The first place.
  public var startIndex: Int { 0 }
  /// The place after the last event: how many there are.
  public var endIndex: Int { events.count }
  /// The event at a place (`seq`).
  public subscript(seq: Int) -> Event { events[seq] }

  /// Takes the next event out of the channel, and gives it back as it is kept.
  ///
  /// The channel's order is the truth; a stamp is taken a moment before its event is written, so
  /// that two processes' stamps may be in the other order. A stamp that lies before the one before
  /// is raised to it, and one that lies absurdly far ahead is lowered to it.
  mutating func append(_ event: Event) -> Event {
    var event = event
    if let last = events.last?.time, event.time < last || event.time - last > Self.farthest {
      event.time = last
    }
    events.append(event)
    return event
  }

  /// How many events have happened at `time` (nanoseconds of the trace's clock), that time
  /// included.
  public func count(upTo time: UInt64) -> Int {
    events.partitionPoint { $0.time > time }
  }
}

extension RandomAccessCollection {
  /// The first place whose element, and all after it, fulfil `isAfter`; the collection is sorted
  /// by that.
  func partitionPoint(_ isAfter: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if isAfter(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
