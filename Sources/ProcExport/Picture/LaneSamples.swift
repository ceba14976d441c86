import ProcModel

/// What is drawn of a lane: stretches of one look each, and marks that do not touch. Both are asked
/// of ``Run/sample(_:over:end:hiding:)``, which misses nothing, however much happened in a column.
struct LaneSamples {
  /// A stretch of one look.
  struct Stretch: Equatable {
    var from: Double
    var to: Double
    let activity: Activity
    /// The lock that is held meanwhile, or none.
    let holding: ObjectID
    /// The span that it is, where it is only one; else nil.
    var span: Int?
  }

  /// A mark, and its place.
  struct Placed: Equatable {
    let mark: Timeline.Mark
    let x: Double
  }

  private(set) var stretches: [Stretch] = []
  private(set) var marks: [Placed] = []

  /// How wide a column is, and the room of a mark.
  static let column = 2.0
  static let markRoom = 11.0
  /// If there are more ordinary marks than this side by side, the line alone is clearer.
  private static let dense = 4

  init(_ run: Run, _ lane: LaneIndex, _ scale: ElasticScale) {
    addStretches(run, lane, scale)
    addMarks(run, lane, scale)
  }

  private mutating func addStretches(_ run: Run, _ lane: LaneIndex, _ scale: ElasticScale) {
    let last = scale.x(run.drawnEnd)
    let count = Int((last / Self.column).rounded(.up))
    guard count > 0 else { return }
    let times = (0...count).map { scale.time(Double($0) * Self.column) }
    let columns = SampleColumns(times: times, of: run.trace)
    for (column, span) in run.sample(lane, over: columns, end: count).spans.enumerated() {
      guard let span else { continue }
      let left = Double(column) * Self.column
      add(span, from: left, to: min(left + Self.column, last))
    }
    sharpen(run.spans(of: lane), scale)
  }

  private mutating func add(_ span: LaneSample.ColumnSpan, from left: Double, to right: Double) {
    guard let before = stretches.last, before.to == left, before.holding == span.holding,
      before.activity.looksLike(span.activity)
    else {
      return stretches.append(
        Stretch(
          from: left, to: right, activity: span.activity, holding: span.holding, span: span.place))
    }
    stretches[stretches.count - 1].to = right
    if before.span != span.place { stretches[stretches.count - 1].span = nil }
  }

  /// Makes stretches of one span begin exactly where the span does.
  private mutating func sharpen(_ spans: Run.LaneSpans, _ scale: ElasticScale) {
    for place in stretches.indices {
      guard let number = stretches[place].span else { continue }
      let start = scale.x(spans[number].start)
      guard abs(start - stretches[place].from) <= Self.column, start < stretches[place].to else {
        continue
      }
      if place > 0, stretches[place - 1].to == stretches[place].from,
        stretches[place - 1].from < start
      {
        stretches[place - 1].to = start
        stretches[place].from = start
      } else if place == 0 {
        stretches[place].from = start
      }
    }
  }

  /// From left to right. Marks close to each other are placed side by side, as long as that does
  /// not move them by more than their width; if there are more, the gravest one stands for all.
  private mutating func addMarks(_ run: Run, _ lane: LaneIndex, _ scale: ElasticScale) {
    let all = run.marks(of: lane)
    let groups = Self.groups(all, scale)
    // One more column: a sample gives the mark of the lane's end one of its own.
    let columns = SampleColumns(
      seqs: groups.map { all[$0.lowerBound].seq } + [run.trace.count, run.trace.count])
    let sample = run.sample(lane, over: columns, end: groups.count)
    for (group, column) in zip(groups, sample.marks) {
      if group.count <= 2 {
        for place in group { put(all[place], scale.x(all.time(at: place))) }
      } else if let mark = column?.mark {
        let x = scale.x(all.time(at: group.lowerBound))
        if !mark.isOrdinary || group.count <= Self.dense || isPlain(at: x) { put(mark, x) }
      }
    }
    if let last = groups.last, last.count > 2, let end = all.last, end.shape.isEnd {
      put(end, scale.x(all.time(at: all.count - 1)))
    }
  }

  /// The places of marks that are too close together to stand side by side.
  private static func groups(_ all: Run.LaneMarks, _ scale: ElasticScale) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var place = 0
    while place < all.count {
      let edge = scale.time(scale.x(all.time(at: place)) + markRoom)
      let next = max(place + 1, all.indices.partitioningIndex { all.time(at: $0) >= edge })
      groups.append(place..<next)
      place = next
    }
    return groups
  }

  /// Whether the line only says there that the lane runs: then marks may hide it.
  private func isPlain(at x: Double) -> Bool {
    let place = stretches.partitioningIndex { $0.from > x } - 1
    guard place >= 0 else { return true }
    return stretches[place].activity == .running && stretches[place].holding == .none
  }

  private mutating func put(_ mark: Timeline.Mark, _ x: Double) {
    guard let last = marks.last else { return marks.append(Placed(mark: mark, x: x)) }
    let free = max(x, last.x + Self.markRoom)
    if free - x <= Self.markRoom {
      marks.append(Placed(mark: mark, x: free))
    } else if mark.gravity > last.mark.gravity {
      marks[marks.count - 1] = Placed(mark: mark, x: last.x)
    }
  }
}

extension Activity {
  /// Whether two activities are drawn in the same way.
  fileprivate func looksLike(_ other: Activity) -> Bool {
    switch self {
    case .held: if case .held = other { true } else { false }
    case .sleeping: if case .sleeping = other { true } else { false }
    case .ended: if case .ended = other { true } else { false }
    case .starting, .running, .blocked, .idle: self == other
    }
  }
}
