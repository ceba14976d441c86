import ProcModel

/// Which time, or which events, each column of the lanes stands for.
struct TimeAxis: Sendable {
  /// The real times at which the columns start, and that at which the last one ends; empty where they
  /// stand for events.
  let boundaries: [UInt64]
  /// Which events fall into the columns.
  let events: SampleColumns
  /// The shown time, or the place in the trace, at the left edge, and how much each column stands
  /// for.
  let start: Double
  let perColumn: Double
  /// Where the first event is.
  let origin: UInt64
  /// The first column after the present: nothing has happened there.
  let endColumn: Int

  /// How many columns there are.
  var columns: Int { events.count }
  /// Whether the columns stand for events.
  var isByEvents: Bool { boundaries.isEmpty }

  /// The axis of `run`, `columns` wide.
  init(of run: RunState, columns: Int) {
    if run.viewpoint.showsEvents {
      self.init(ofEvents: run, columns: columns)
    } else {
      self.init(ofTime: run, columns: columns)
    }
  }

  /// An axis of events.
  init(
    events: SampleColumns, start: Double, perColumn: Double, origin: UInt64, endColumn: Int
  ) {
    boundaries = []
    self.events = events
    self.start = start
    self.perColumn = perColumn
    self.origin = origin
    self.endColumn = endColumn
  }

  private init(ofTime run: RunState, columns: Int) {
    let columns = max(columns, 1)
    let present = Double(max(run.clock.shown(run.present, of: run.run), 1_000))
    let end: Double
    let ahead = PendingView.columns(run, of: columns)
    if let span = run.viewpoint.window.span {
      perColumn = Double(span) / Double(columns)
      end = run.viewpoint.window.end.map { Double($0) } ?? present + perColumn * Double(1 + ahead)
    } else {
      // All of it; a little room is left for the exit code of the last one to end, or for what the
      // lanes are about to do.
      let room = max(1, columns - (run.isFinished ? 4 : 1 + ahead))
      perColumn = present / Double(room)
      end = perColumn * Double(columns)
    }
    start = end - perColumn * Double(columns)
    origin = run.origin
    let (start, perColumn, origin) = (start, perColumn, origin)
    boundaries = (0...columns).map { column in
      let shown = start + Double(column) * perColumn
      guard shown > 0 else { return origin.distance(after: UInt64(-shown)) }
      return run.clock.elastic.real(UInt64(shown), origin: origin)
    }
    events = SampleColumns(times: boundaries, of: run.run.trace)
    let latest = run.present
    endColumn = min(columns, boundaries.partitioningIndex { $0 > latest })
  }

  /// The column of a real time: -1 when it is to the left of all, `columns` to the right.
  func column(of time: UInt64) -> Int {
    boundaries.partitioningIndex { $0 > time } - 1
  }
}
