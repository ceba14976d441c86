import ProcModel

/// Chooses, for each column, the one span and the one mark of a lane that stand there. However many
/// events fall into a column, only a few are looked at: drawing costs columns, not events.
struct LaneSampler {
  let history: Timeline.LaneHistory
  let axis: TimeAxis
  /// The first column after the present.
  let end: Int

  private static let looks = 12
  /// More marks than these in a column cannot be told apart.
  private static let dense = 3

  /// For each column, the index of the span that fills most of it, or -1.
  func spans() -> [Int] {
    (0..<max(end, 0)).map { mainSpan(in: axis.times(of: $0)) }
  }

  private func mainSpan(in times: Range<UInt64>) -> Int {
    let first = history.spans.partitioningIndex { $0.start > times.lowerBound } - 1
    let last = max(first, history.spans.partitioningIndex { $0.start >= times.upperBound } - 1)
    if first == last || last < 0 { return last }
    return longest(from: max(first, 0), to: last, in: times)
  }

  /// For each column, the index of the mark that matters most in it, or -1.
  func marks() -> [Int] {
    var marks = (0..<axis.columns).map { column in
      column < end ? gravestMark(in: axis.times(of: column)) : -1
    }
    makeRoomForEnd(in: &marks)
    return marks
  }

  /// The mark of a lane's end has a column of its own: nothing comes after it that could be hidden.
  private func makeRoomForEnd(in marks: inout [Int]) {
    let last = history.marks.count - 1
    guard last > 0, history.marks[last].shape.isEnd else { return }
    let column = axis.column(of: history.marks[last].time)
    guard column >= 0, column + 1 < marks.count, column < end else { return }
    let start = axis.times(of: column).lowerBound
    let first = history.marks.partitioningIndex { $0.time >= start }
    guard first < last else { return }
    marks[column] = gravest(from: first, to: last - 1)
    marks[column + 1] = last
  }

  private func gravestMark(in times: Range<UInt64>) -> Int {
    let first = history.marks.partitioningIndex { $0.time >= times.lowerBound }
    let last = history.marks.partitioningIndex { $0.time >= times.upperBound } - 1
    guard first <= last else { return -1 }
    let mark = gravest(from: first, to: last)
    if last - first >= Self.dense, isOrdinary(mark), !isPlain(at: times) { return -1 }
    return mark
  }

  /// Whether a mark says nothing about which many others in its column would not say the same.
  private func isOrdinary(_ mark: Int) -> Bool { weight(history.marks[mark]) <= 4 }

  /// Whether the line itself says no more than that the lane runs.
  private func isPlain(at times: Range<UInt64>) -> Bool {
    let index = mainSpan(in: times)
    guard index >= 0 else { return true }
    return history.spans[index].activity == .running && history.spans[index].holding == .none
  }

  private func longest(from first: Int, to last: Int, in times: Range<UInt64>) -> Int {
    var best = last
    var bestLength: UInt64 = 0
    let stride = max(1, (last - first) / Self.looks)
    for index in Swift.stride(from: first, through: last, by: stride) {
      let span = history.spans[index]
      let start = max(span.start, times.lowerBound)
      let next = index + 1 < history.spans.count ? history.spans[index + 1].start : .max
      // A lock that is held shows even where it is held for less than half of a column.
      let weight: UInt64 = span.holding == .none ? 1 : 2
      let length = min(next, times.upperBound).distance(after: start) * weight
      if length > bestLength { (best, bestLength) = (index, length) }
    }
    return best
  }

  private func gravest(from first: Int, to last: Int) -> Int {
    var best = last
    let half = Self.looks / 2
    let some =
      last - first < Self.looks
      ? Array(first...last)
      : Array(first..<first + half) + Array((last - half)...last)
    for index in some where weight(history.marks[index]) > weight(history.marks[best]) {
      best = index
    }
    return best
  }

  private func weight(_ mark: Timeline.Mark) -> Int {
    if mark.isWrong { return 9 }
    return switch mark.shape {
    case .killed, .failed: 8
    case .ended: 7
    case .begin: 6
    case .write, .put, .get, .set, .timedOut, .typed, .notified, .broken: 4
    case .read, .fetched, .joined, .taskBegin, .taskEnd, .taken, .given, .cleared, .woken,
      .arrived, .passed:
      3
    case .served, .remembered: 2
    case .printed, .noted: 1
    }
  }
}
