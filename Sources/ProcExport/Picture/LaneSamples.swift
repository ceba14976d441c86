import ProcModel

/// What is drawn of a lane: stretches of one look each, and marks that do not touch. It looks at a
/// bounded number of spans and marks for each column, however many there are.
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
  private static let looks = 12
  /// If there are more ordinary marks than this side by side, the line alone is clearer.
  private static let dense = 4

  init(_ spans: Run.LaneSpans, _ marks: Run.LaneMarks, _ scale: ElasticScale, end: UInt64) {
    addStretches(spans, scale, end: end)
    addMarks(marks, scale)
  }

  private mutating func addStretches(
    _ spans: Run.LaneSpans, _ scale: ElasticScale, end: UInt64
  ) {
    let last = scale.x(end)
    for place in 0..<Int((last / Self.column).rounded(.up)) {
      let left = Double(place) * Self.column
      let times = scale.time(left)..<max(scale.time(left) + 1, scale.time(left + Self.column))
      guard let number = Self.main(spans, in: times) else { continue }
      let span = spans[number]
      let right = min(left + Self.column, last)
      if let before = stretches.last, before.to == left, before.holding == span.holding,
        before.activity.looksLike(span.activity)
      {
        stretches[stretches.count - 1].to = right
        if before.span != number { stretches[stretches.count - 1].span = nil }
      } else {
        stretches.append(
          Stretch(
            from: left, to: right, activity: span.activity, holding: span.holding, span: number))
      }
    }
    sharpen(spans, scale)
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

  /// The span that fills most of a column.
  private static func main(_ spans: Run.LaneSpans, in times: Range<UInt64>) -> Int? {
    let first = spans.partitioningIndex { $0.start > times.lowerBound } - 1
    let last = max(first, spans.partitioningIndex { $0.start >= times.upperBound } - 1)
    if first == last || last < 0 { return last < 0 ? nil : last }
    var best = last
    var bestLength: UInt64 = 0
    let step = max(1, (last - max(first, 0)) / looks)
    for number in stride(from: max(first, 0), through: last, by: step) {
      let start = max(spans[number].start, times.lowerBound)
      let next = number + 1 < spans.count ? spans[number + 1].start : .max
      let end = min(next, times.upperBound)
      // A held lock shows even if it is held for less than half of a column.
      let length = (end > start ? end - start : 0) * (spans[number].holding == .none ? 1 : 2)
      if length > bestLength { (best, bestLength) = (number, length) }
    }
    return best
  }

  /// From left to right. Marks close to each other are placed side by side, as long as that does
  /// not move them by more than their width; if there are more, the gravest one stands for all.
  private mutating func addMarks(_ all: Run.LaneMarks, _ scale: ElasticScale) {
    var place = 0
    while place < all.count {
      let x = scale.x(all.time(at: place))
      let next = max(
        place + 1,
        all.indices.partitioningIndex { all.time(at: $0) >= scale.time(x + Self.markRoom) })
      if next - place <= 2 {
        for place in place..<next { put(all[place], scale.x(all.time(at: place))) }
      } else {
        let mark = gravest(all, place..<next)
        if !mark.isOrdinary || next - place <= Self.dense || isPlain(at: x) { put(mark, x) }
      }
      place = next
    }
  }

  /// Whether the line only says there that the lane runs: then marks may hide it.
  private func isPlain(at x: Double) -> Bool {
    let place = stretches.partitioningIndex { $0.from > x } - 1
    guard place >= 0 else { return true }
    return stretches[place].activity == .running && stretches[place].holding == .none
  }

  private func gravest(_ all: Run.LaneMarks, _ range: Range<Int>) -> Timeline.Mark {
    var best = all[range.upperBound - 1]
    let step = max(1, range.count / Self.looks)
    for number in stride(from: range.lowerBound, to: range.upperBound, by: step)
    where all[number].gravity > best.gravity { best = all[number] }
    return best
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
    switch (self, other) {
    case (.held, .held), (.sleeping, .sleeping), (.ended, .ended): true
    default: self == other
    }
  }
}
