extension Timeline {
  /// What a lane did within a time window (nanoseconds of the trace's clock): the span that had
  /// begun before it, and all that begin in it.
  public func spans(of lane: LaneIndex, in window: ClosedRange<UInt64>) -> ArraySlice<Span> {
    guard lanes.indices.contains(lane) else { return [] }
    let spans = lanes[lane].spans
    let first = spans.partitionPoint { $0.start > window.lowerBound }
    let end = spans.partitionPoint { $0.start > window.upperBound }
    return spans[max(first - 1, 0)..<max(end, max(first - 1, 0))]
  }

  /// The marks of a lane within a time window.
  public func marks(of lane: LaneIndex, in window: ClosedRange<UInt64>) -> ArraySlice<Mark> {
    guard lanes.indices.contains(lane) else { return [] }
    let marks = lanes[lane].marks
    let first = marks.partitionPoint { $0.time >= window.lowerBound }
    return marks[first..<marks.partitionPoint { $0.time > window.upperBound }]
  }

  /// The last mark of a lane at or before `time`, or nil.
  public func lastMark(of lane: LaneIndex, at time: UInt64) -> Mark? {
    guard lanes.indices.contains(lane) else { return nil }
    let end = lanes[lane].marks.partitionPoint { $0.time > time }
    return end > 0 ? lanes[lane].marks[end - 1] : nil
  }

  /// The connectors that depart or arrive within a time window, or pass through it, by the time of
  /// arrival.
  public func connectors(in window: ClosedRange<UInt64>) -> [Connector] {
    let first = connectors.partitionPoint { $0.toTime >= window.lowerBound }
    let arrived = connectors.partitionPoint { $0.toTime > window.upperBound }
    return Array(connectors[first..<arrived]) + underWay(from: arrived, at: window.upperBound)
  }

  /// The connectors from place `start` on that had departed at `time`. Whole blocks that departed
  /// later are skipped.
  private func underWay(from start: Int, at time: UInt64) -> [Connector] {
    var found: [Connector] = []
    var place = start
    while place < connectors.count {
      let blockEnd = min((place / Self.block + 1) * Self.block, connectors.count)
      if earliestDepartures[place / Self.block] <= time {
        found += connectors[place..<blockEnd].filter { $0.fromTime <= time }
      }
      place = blockEnd
    }
    return found
  }
}
