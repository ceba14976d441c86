/// The columns of a picture of lanes: which events fall into each.
public struct SampleColumns: Sendable, Hashable {
  /// For each column the place in the trace of the first event in it, or after it; one more for where
  /// the last column ends. They rise.
  public let seqs: [Int]
  /// Where the columns begin, in whatever their width is measured: nanoseconds of the trace's clock,
  /// or places in the trace.
  let positions: [UInt64]
  let isByTime: Bool

  /// Columns of time.
  ///
  /// - Parameter times: when each begins, nanoseconds of the trace's clock, and when the last one
  ///   ends; rising.
  public init(times: [UInt64], of trace: Trace) {
    positions = times
    seqs = times.map { $0 == 0 ? 0 : trace.count(upTo: $0 - 1) }
    isByTime = true
  }

  /// Columns of events.
  ///
  /// - Parameter seqs: the place in the trace at which each begins, and at which the last one ends;
  ///   rising.
  public init(seqs: [Int]) {
    self.seqs = seqs
    positions = seqs.map { UInt64($0) }
    isByTime = false
  }

  /// How many columns there are.
  public var count: Int { seqs.count - 1 }

  /// Where a column begins: nanoseconds of the trace's clock, or a place in the trace.
  public func start(of column: Int) -> UInt64 { positions[column] }

  /// The column of an event: -1 when it is to the left of all, ``count`` to the right.
  public func column(of seq: Int) -> Int { seqs.partitioningIndex { $0 > seq } - 1 }
}

/// What is drawn of one lane: for each column, what it did most, and the mark that matters most.
public struct LaneSample: Sendable {
  /// What the lane did for most of each column; nil before it existed.
  public let spans: [ColumnSpan?]
  /// The gravest mark of each column.
  public let marks: [ColumnMark?]

  /// What a lane did for most of a column.
  public struct ColumnSpan: Sendable, Hashable {
    /// The place among the lane's spans (``Run/spans(of:)``), where it can be told apart.
    public let place: Int?
    /// What the lane did.
    public let activity: Activity
    /// The lock that it held meanwhile, or none.
    public let holding: ObjectID
  }

  /// The mark that matters most among those of a column.
  public struct ColumnMark: Sendable, Hashable {
    /// The mark.
    public let mark: Timeline.Mark
    /// About how many there are in the column.
    public let count: Int
  }
}

extension Run {
  /// What is drawn of a lane. It costs columns, not events: events closer together than a column
  /// were summed up when they came.
  ///
  /// - Parameter end: the first column after the present; nothing is returned from there on, except
  ///   the mark of the lane's end, which has a column of its own.
  /// - Parameter hidden: marks that are left out, so that others in their columns are returned.
  public func sample(
    _ lane: LaneIndex, over columns: SampleColumns, end: Int,
    hiding hidden: Set<Timeline.Mark.Shape> = []
  ) -> LaneSample {
    guard timeline.lanes.indices.contains(lane), columns.count > 0 else {
      let none = max(columns.count, 0)
      return LaneSample(
        spans: Array(repeating: nil, count: none), marks: Array(repeating: nil, count: none))
    }
    let history = timeline.lanes[lane]
    let end = max(0, min(end, columns.count))
    var spans = SpanSampler(history.spans, timeline.looks, trace, columns, end: end)
    var marks = MarkSampler(history.marks, columns, end: end, hiding: hidden)
    let shown = spans.sample()
    return LaneSample(
      spans: shown.map { found in
        guard found.look >= 0 else { return nil }
        let look = timeline.looks[Int(found.look)]
        return LaneSample.ColumnSpan(
          place: found.place >= 0 ? Int(found.place) : nil, activity: look.activity,
          holding: look.holding)
      },
      marks: marks.sample().map { found in
        found.count == 0 ? nil : .init(mark: found.mark.mark, count: found.count)
      })
  }
}
