import ProcModel

/// The beginnings and ends of slices and arrows, in the order in which they are written: by time.
/// At one moment, first the ends that are followed by something, the deepest first; then the
/// beginnings, the outermost first. Then come the events of that moment. Only then come the arrows,
/// which are bound to these events, and the ends that nothing follows.
struct ChromeMoment {
  let time: UInt64
  let rank: Int
  let what: What

  /// What there is to write.
  enum What {
    case begin(lane: Int32, place: Int32)
    case end(lane: Int32)
    case give(lane: Int32, connector: Int32)
    case take(lane: Int32, connector: Int32)
  }

  /// Whether it is written before the events that happened at `time`.
  func isBefore(eventsAt time: UInt64) -> Bool {
    self.time < time || (self.time == time && rank < Self.behindEvents)
  }

  /// No lane holds so many locks at once.
  private static let deepest = 1 << 20
  private static let behindEvents = 2 * deepest

  /// Those of slices and arrows, in their order.
  static func of(_ slices: [[Slice]], _ flows: [Flow]) -> [ChromeMoment] {
    let moments = slices.enumerated().flatMap { of($1, lane: Int32($0)) } + flows.flatMap(of)
    return moments.enumerated().sorted {
      ($0.element.time, $0.element.rank, $0.offset) < ($1.element.time, $1.element.rank, $1.offset)
    }.map(\.element)
  }

  private static func of(_ slices: [Slice], lane: Int32) -> [ChromeMoment] {
    slices.enumerated().flatMap { place, slice in
      let rank = deepest - 1 - slice.depth + (slices.hasBeginning(at: slice.end) ? 0 : 3 * deepest)
      return [
        ChromeMoment(
          time: slice.start, rank: deepest + slice.depth,
          what: .begin(lane: lane, place: Int32(truncatingIfNeeded: place))),
        ChromeMoment(time: slice.end, rank: rank, what: .end(lane: lane)),
      ]
    }
  }

  private static func of(_ flow: Flow) -> [ChromeMoment] {
    let connector = flow.connector
    let number = Int32(truncatingIfNeeded: flow.number)
    return [
      ChromeMoment(
        time: connector.fromTime, rank: behindEvents,
        what: .give(lane: Int32(connector.from), connector: number)),
      ChromeMoment(
        time: connector.toTime, rank: behindEvents + 1,
        what: .take(lane: Int32(connector.to), connector: number)),
    ]
  }
}
