import ProcModel

/// A stretch of a lane's time as the viewers of traces show it: a bar, whose children lie below it.
struct Slice: Sendable, Hashable {
  let lane: LaneIndex
  /// Its beginning and end, nanoseconds of the trace's clock; never empty.
  let start: UInt64
  var end: UInt64
  /// How many slices contain it.
  let depth: Int
  /// The place of the slice that contains it directly, or -1.
  let parent: Int
  let content: Content

  /// What a slice stands for.
  enum Content: Sendable, Hashable {
    /// A lock is held; children say what is done meanwhile besides running.
    case holding(ObjectID)
    /// What the lane does from one of its spans on.
    case span(Int)
  }
}

/// Makes the slices of one lane from what it did and what it held.
///
/// A held lock is a bar around everything that is done meanwhile. Locks may be released in another
/// order than they were acquired, but bars may not overlap. So if a lock is held longer than an
/// outer one, its bar is cut where the outer one ends.
struct SliceMaker {
  private let lane: LaneIndex
  private let spans: Run.LaneSpans
  private let holds: [HoldHistory.Change]
  private(set) var slices: [Slice] = []
  /// The places in `slices` of the open slices: locks, then perhaps an activity.
  private var openHolds: [(lock: ObjectID, place: Int)] = []
  private var openSpan: (number: Int, place: Int)?

  /// The slices of a lane, by their starts, outer slices first.
  static func slices(
    of lane: LaneIndex, _ spans: Run.LaneSpans, _ holds: [HoldHistory.Change], end: UInt64
  ) -> [Slice] {
    var maker = SliceMaker(lane: lane, spans: spans, holds: holds)
    maker.make(until: end)
    return maker.slices
  }

  private init(lane: LaneIndex, spans: Run.LaneSpans, holds: [HoldHistory.Change]) {
    self.lane = lane
    self.spans = spans
    self.holds = holds
  }

  /// Goes from one change to the next. A slice that begins with the last event has no length yet.
  private mutating func make(until end: UInt64) {
    var span = 0
    var hold = 0
    while span < spans.count || hold < holds.count {
      let time = min(
        span < spans.count ? spans[span].start : .max, hold < holds.count ? holds[hold].time : .max)
      guard time < end else { break }
      while span < spans.count, spans[span].start == time { span += 1 }
      while hold < holds.count, holds[hold].time == time { hold += 1 }
      change(
        at: time, to: span > 0 ? span - 1 : nil, holding: hold > 0 ? holds[hold - 1].locks : [])
    }
    change(at: end, to: nil, holding: [])
  }

  private mutating func change(at time: UInt64, to span: Int?, holding locks: [ObjectID]) {
    let span = span.flatMap { isOver($0) ? nil : $0 }
    let held = span == nil ? [] : locks
    let kept = zip(openHolds, held).prefix { $0.lock == $1 }.count
    let isSameStack = kept == openHolds.count && kept == held.count
    let shown = span.flatMap { isShown($0, isHolding: !held.isEmpty) ? $0 : nil }
    guard !isSameStack || openSpan?.number != shown else { return }
    if let open = openSpan { close(open.place, at: time) }
    openSpan = nil
    while openHolds.count > kept { close(openHolds.removeLast().place, at: time) }
    for lock in held[kept...] {
      openHolds.append((lock, open(.holding(lock), at: time, depth: openHolds.count)))
    }
    if let shown { openSpan = (shown, open(.span(shown), at: time, depth: openHolds.count)) }
  }

  private mutating func open(_ content: Slice.Content, at time: UInt64, depth: Int) -> Int {
    slices.append(
      Slice(
        lane: lane, start: time, end: time, depth: depth, parent: openHolds.last?.place ?? -1,
        content: content))
    return slices.count - 1
  }

  private mutating func close(_ place: Int, at time: UInt64) { slices[place].end = time }

  /// Whether a lane does not exist: before its first own event, and after its end.
  private func isOver(_ span: Int) -> Bool { spans[span].activity.isAbsent }

  /// The bar of a lock already says that the lane runs with it.
  private func isShown(_ span: Int, isHolding: Bool) -> Bool {
    !(isHolding && spans[span].activity == .running)
  }
}

extension [Slice] {
  /// The deepest slice at a moment, of one lane's; at the moment between two, the later one.
  func at(_ time: UInt64) -> Slice? {
    let last = countBegun(by: time) - 1
    guard last >= 0 else { return nil }
    var place = last
    // The slices around it are longer; no other slice that began earlier can reach this far.
    while self[place].end <= time, self[place].parent >= 0 { place = self[place].parent }
    if self[place].end > time { return self[place] }
    return self[last].end == time ? self[last] : self[place].end == time ? self[place] : nil
  }

  /// Whether one begins at a moment.
  func hasBeginning(at time: UInt64) -> Bool {
    let last = countBegun(by: time) - 1
    return last >= 0 && self[last].start == time
  }

  private func countBegun(by time: UInt64) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle].start > time { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
