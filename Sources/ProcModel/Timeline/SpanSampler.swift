/// Walks along the spans of a lane, column by column, and uses summaries where single spans could
/// not be told apart.
struct SpanSampler {
  private let history: SpanHistory
  private let doings: [SpanHistory.Doing]
  private let times: Trace.Times
  private let columns: SampleColumns
  private let end: Int
  /// For each column the number of a look, and the place of a span that has it; -1 for none.
  private var found: [ColumnLook]
  /// The column that is being added up, and what it is made of so far.
  private var column = 0
  private var sum = ColumnSum()
  /// The level of the summary that was added last: its neighbours mostly have the same level.
  private var lastLevel = 0
  /// The next span, if it is known, and where it begins.
  private var next = (place: -1, seq: 0, position: UInt64(0))

  /// What is shown in a column: the number of a look, and the place of a span that has it; -1 for
  /// none.
  struct ColumnLook {
    var look: Int32 = -1
    var place: Int32 = -1
  }

  init(
    _ history: SpanHistory, _ looks: LookTable, _ trace: Trace, _ columns: SampleColumns, end: Int
  ) {
    self.history = history
    doings = looks.doings
    times = trace.times
    self.columns = columns
    self.end = end
    found = Array(repeating: ColumnLook(), count: columns.count)
  }

  /// The look of each column.
  mutating func sample() -> [ColumnLook] {
    let spans = history.spans
    guard end > 0, !spans.isEmpty else { return found }
    var place = max(0, spans.partitioningIndex { $0.seq > columns.seqs[0] } - 1)
    let last = spans.partitioningIndex { $0.seq >= columns.seqs[end] }
    while place < last, column < end {
      place += addSummary(at: place, before: last) ?? addSpan(at: place)
    }
    if column < end { close() }
    return found
  }

  /// Adds the largest summary that begins at `place` and fits into a column.
  ///
  /// - Returns: how many spans it stands for; nil where there is none.
  @inline(__always)
  private mutating func addSummary(at place: Int, before last: Int) -> Int? {
    var descent = history.summaries.descent(from: place, upTo: last, highest: lastLevel + 1)
    while let stretch = history.summaries.next(&descent) {
      let next = history.summaries.seq(behind: stretch, in: history.spans, orAt: columns.seqs[end])
      advance(to: stretch.summary.seq)
      guard column < end else { return stretch.size }
      guard isOneColumn(stretch.summary, upTo: next) else { continue }
      add(stretch.summary, upTo: next)
      lastLevel = stretch.level
      return stretch.size
    }
    return nil
  }

  /// Whether a summary that begins in the current column is shown in one column: all of it lies
  /// there, or it lies in two and is no longer than half of one.
  @inline(__always)
  private func isOneColumn(_ summary: SpanHistory.Summary, upTo next: Int) -> Bool {
    if next <= columns.seqs[column + 1] { return true }
    guard column + 2 <= end, next <= columns.seqs[column + 2] else { return false }
    if !columns.isByTime {
      return (next - summary.seq) * 4 <= columns.seqs[column + 2] - columns.seqs[column]
    }
    return summary.total * 4 <= Float(columns.positions[column + 2] - columns.positions[column])
  }

  private mutating func add(_ summary: SpanHistory.Summary, upTo next: Int) {
    let isScaled = !columns.isByTime && summary.total > 0
    let factor = isScaled ? Float(next - summary.seq) / summary.total : 1
    let middle = (summary.seq + next) / 2
    if column + 1 < end, middle >= columns.seqs[column + 1] {
      if sum.isEmpty { sum.add(summary, times: factor) }
      advance(to: middle)
    }
    sum.add(summary, times: factor)
  }

  /// Adds a span to all columns that it overlaps.
  private mutating func addSpan(at place: Int) -> Int {
    let span = history.spans[place]
    let seq = span.seq
    let start = next.place == place ? next.position : position(of: seq)
    advance(to: seq)
    lookAhead(from: place)
    let doing = doings[span.number]
    while column < end {
      let isLast = next.seq < columns.seqs[column + 1]
      let from = max(start, columns.positions[column])
      let to = isLast ? next.position : columns.positions[column + 1]
      sum.add(look: span.number, place, doing, length: to > from ? Float(to - from) : 0)
      if isLast { break }
      close()
    }
    return 1
  }

  @inline(__always)
  private mutating func lookAhead(from place: Int) {
    if place + 1 < history.spans.count {
      let seq = history.spans[place + 1].seq
      next = (place + 1, seq, position(of: seq))
    } else {
      next = (-1, Int.max, UInt64.max)
    }
  }

  @inline(__always)
  private func position(of seq: Int) -> UInt64 {
    columns.isByTime ? times[seq] : UInt64(seq)
  }

  /// Moves on to the column of an event. The columns before it are closed; in all of them the lane
  /// does what it did last.
  @inline(__always)
  private mutating func advance(to seq: Int) {
    while column < end, columns.seqs[column + 1] <= seq { close() }
  }

  @inline(__always)
  private mutating func close() {
    found[column] = sum.result
    column += 1
    sum = ColumnSum()
  }
}

/// The parts of a column.
private struct ColumnSum {
  private var lengths = DoingLengths()
  /// For each ``SpanHistory/Doing`` the longest part, its look, and its place.
  private var longest = DoingLengths()
  private var looks = SIMD8<Int32>(repeating: -1)
  private var places = SIMD8<Int32>(repeating: -1)
  /// How many parts there are, and the last one: it stands for the column if there is no other, or
  /// none has a length.
  private var count = 0
  private var last = SpanSampler.ColumnLook()

  var isEmpty: Bool { count == 0 }

  @inline(__always)
  mutating func add(look: Int, _ place: Int, _ doing: SpanHistory.Doing, length: Float) {
    last = .init(
      look: Int32(truncatingIfNeeded: look), place: Int32(truncatingIfNeeded: place))
    note(doing.rawValue, length)
    lengths[doing.rawValue] += length
  }

  @inline(__always)
  mutating func add(_ summary: SpanHistory.Summary, times factor: Float) {
    last = .init(look: Int32(truncatingIfNeeded: summary.look))
    let doing = summary.doing.rawValue
    let parts = summary.lengths * factor
    note(doing, parts[doing])
    lengths += parts
  }

  @inline(__always)
  private mutating func note(_ doing: Int, _ length: Float) {
    count += 1
    guard length > longest[doing] else { return }
    longest[doing] = length
    looks[doing] = last.look
    places[doing] = last.place
  }

  @inline(__always)
  var result: SpanSampler.ColumnLook {
    if count <= 1 { return last }
    let doing = lengths.greatest.rawValue
    return longest[doing] > 0 ? .init(look: looks[doing], place: places[doing]) : last
  }
}
