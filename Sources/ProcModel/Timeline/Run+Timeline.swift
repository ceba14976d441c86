extension Run {
  /// What a lane did from each change on, until the next.
  public func spans(of lane: LaneIndex) -> LaneSpans {
    LaneSpans(
      packed: timeline.lanes.indices.contains(lane)
        ? timeline.lanes[lane].spans.spans : SpanHistory().spans,
      looks: timeline.looks.looks, trace: trace)
  }

  /// The spans of a lane, first begun first.
  public struct LaneSpans: RandomAccessCollection, Sendable {
    let packed: PlaceArray
    let looks: [LookTable.SpanLook]
    let trace: Trace

    /// The first place.
    public var startIndex: Int { 0 }
    /// The place after the last span.
    public var endIndex: Int { packed.count }
    /// The span at a place.
    public subscript(place: Int) -> Timeline.Span {
      let (seq, look) = (packed[place].seq, looks[packed[place].number])
      return Timeline.Span(
        seq: seq, start: trace.time(of: seq), activity: look.activity, holding: look.holding)
    }
  }

  /// The marks on a lane's line.
  public func marks(of lane: LaneIndex) -> LaneMarks {
    LaneMarks(
      packed: timeline.lanes.indices.contains(lane)
        ? timeline.lanes[lane].marks.marks : MarkHistory().marks,
      trace: trace)
  }

  /// The marks of a lane, in channel order.
  public struct LaneMarks: RandomAccessCollection, Sendable {
    let packed: PlaceArray
    let trace: Trace

    /// The first place.
    public var startIndex: Int { 0 }
    /// The place after the last mark.
    public var endIndex: Int { packed.count }
    /// The mark at a place.
    public subscript(place: Int) -> Timeline.Mark { packed[place].mark }
    /// When the event of a mark happened, nanoseconds of the trace's clock.
    public func time(at place: Int) -> UInt64 { trace.time(of: packed[place].seq) }
  }

  /// What was passed from one lane to another, by the time of arrival.
  public var connectors: Connectors { Connectors(packed: timeline.connectors, trace: trace) }

  /// All connectors of a run.
  public struct Connectors: RandomAccessCollection, Sendable {
    let packed: ConnectorArray
    let trace: Trace

    /// The first place.
    public var startIndex: Int { 0 }
    /// The place after the last connector.
    public var endIndex: Int { packed.count }
    /// The connector at a place.
    public subscript(place: Int) -> Timeline.Connector {
      let packed = packed[place]
      return Timeline.Connector(
        kind: packed.kind, from: packed.from, fromSeq: packed.fromSeq,
        fromTime: trace.time(of: packed.fromSeq), to: packed.to, toSeq: packed.toSeq,
        toTime: trace.time(of: packed.toSeq))
    }

    /// The first place from which on everything arrives at place `seq` of the trace or later.
    public func firstArriving(at seq: Int) -> Int { packed.firstArriving(at: seq) }
  }

  /// The places in ``connectors`` of the starts of lanes, rising.
  public var starts: [Int] { timeline.starts }

  /// The lock, queue, dict or pool that a connector goes through; none for a start.
  public func object(of connector: Timeline.Connector) -> ObjectID {
    connector.kind == .start ? .none : trace[connector.toSeq].object
  }

  /// The text below a mark; see ``Event/markLabel``.
  public func label(of mark: Timeline.Mark) -> String { trace[mark.seq].markLabel }
}
