/// Goes along the spans of a lane, column by column, and takes summaries wherever single spans could
/// not be told apart.
struct SpanSampler {
  private let history: SpanHistory
  private let doings: [SpanHistory.Doing]
  private let trace: Trace
  private let columns: SampleColumns
  private let end: Int
  /// For each column the number of a look, and the place of a span that has it; -1 for none.
  private var found: [(look: Int32, place: Int32)]
  /// The column that is being added up, and what it is made of so far.
  private var column = 0
  private var sum = ColumnSum()

  init(
    _ history: SpanHistory, _ looks: LookTable, _ trace: Trace, _ columns: SampleColumns, end: Int
  ) {
    self.history = history
    doings = looks.doings
    self.trace = trace
    self.columns = columns
    self.end = end
    found = Array(repeating: (-1, -1), count: columns.count)
  }

  /// The look of each column.
  mutating func sample() -> [(look: Int32, place: Int32)] {
    let spans = history.spans
    guard end > 0, !spans.isEmpty else { return found }
    var place = max(0, spans.partitionPoint { $0.seq > columns.seqs[0] } - 1)
    let last = spans.partitionPoint { $0.seq >= columns.seqs[end] }
    while place < last, column < end {
      place += addSummary(at: place, before: last) ?? addSpan(at: place)
    }
    if column < end { close() }
    return found
  }

  /// Adds the greatest summary that begins at `place` and in which no column could be told from the
  /// next.
  ///
  /// - Returns: how many spans it stands for; nil where there is none.
  private mutating func addSummary(at place: Int, before last: Int) -> Int? {
    var level = min((place.trailingZeroBitCount - 5) / 3, history.levels.count - 1)
    guard place & (SpanHistory.leafLength - 1) == 0, level >= 0 else { return nil }
    while level >= 0 {
      let size = SpanHistory.leafLength << (3 * level)
      let index = place / size
      if place + size <= last, index < history.levels[level].count {
        let summary = history.levels[level][index]
        let next = seq(of: place + size, level, index + 1)
        advance(to: summary.seq)
        guard column < end else { return size }
        if isOneColumn(summary, upTo: next) {
          add(summary, upTo: next)
          return size
        }
      }
      level -= 1
    }
    return nil
  }

  /// Whether a summary, which begins in the present column, is shown in one column: all of it lies
  /// there, or it is a small part of two columns.
  private func isOneColumn(_ summary: SpanHistory.Summary, upTo next: Int) -> Bool {
    guard columns.isByTime, next > columns.seqs[column + 1] else {
      return columns.isOneColumn(column, summary.seq..<next, before: end)
    }
    guard column + 2 <= end, next <= columns.seqs[column + 2] else { return false }
    let width = columns.positions[column + 2] - columns.positions[column]
    return summary.lengths.total * 4 <= Float(width)
  }

  /// The place in the trace at which the span at `place` begins, which is the first of a summary.
  private func seq(of place: Int, _ level: Int, _ index: Int) -> Int {
    if index < history.levels[level].count { return history.levels[level][index].seq }
    return place < history.spans.count ? history.spans[place].seq : columns.seqs[end]
  }

  private mutating func add(_ summary: SpanHistory.Summary, upTo next: Int) {
    let total = summary.lengths.total
    let factor = columns.isByTime || total <= 0 ? 1 : Float(next - summary.seq) / total
    let middle = (summary.seq + next) / 2
    if column + 1 < end, middle >= columns.seqs[column + 1] {
      if sum.isEmpty { sum.add(summary, times: factor) }
      advance(to: middle)
    }
    sum.add(summary, times: factor)
  }

  /// Adds a span to all columns over which it lies.
  private mutating func addSpan(at place: Int) -> Int {
    let span = history.spans[place]
    let next = place + 1 < history.spans.count ? history.spans[place + 1].seq : Int.max
    advance(to: span.seq)
    let start = position(of: span.seq)
    let doing = doings[span.number]
    while column < end {
      let isLast = next < columns.seqs[column + 1]
      let from = max(start, columns.positions[column])
      let to = isLast ? position(of: next) : columns.positions[column + 1]
      let length = to > from ? Float(to - from) : 0
      sum.add(look: span.number, place, doing, length: length)
      if isLast { return 1 }
      close()
    }
    return 1
  }

  @inline(__always)
  private func position(of seq: Int) -> UInt64 {
    columns.isByTime ? trace.time(of: seq) : UInt64(seq)
  }

  /// Goes on to the column of an event. Those before it are closed; what the lane did last it does in
  /// all of them.
  private mutating func advance(to seq: Int) {
    while column < end, columns.seqs[column + 1] <= seq { close() }
  }

  private mutating func close() {
    if !sum.isEmpty { found[column] = sum.result }
    column += 1
    sum = ColumnSum()
  }
}

/// What a column is made of.
private struct ColumnSum {
  private var lengths = SpanHistory.Lengths()
  /// For each ``SpanHistory/Doing`` the longest part, its look, and its place.
  private var longest = SpanHistory.Lengths()
  private var looks = SIMD8<Int32>(repeating: -1)
  private var places = SIMD8<Int32>(repeating: -1)
  /// What came last: it stands for the column where all parts have no length.
  private var last: (look: Int32, place: Int32) = (-1, -1)

  var isEmpty: Bool { last.look < 0 }

  @inline(__always)
  mutating func add(look: Int, _ place: Int, _ doing: SpanHistory.Doing, length: Float) {
    last = (Int32(truncatingIfNeeded: look), Int32(truncatingIfNeeded: place))
    lengths[doing] += length
    guard length > longest[doing] else { return }
    longest[doing] = length
    looks[doing.rawValue] = last.look
    places[doing.rawValue] = last.place
  }

  mutating func add(_ summary: SpanHistory.Summary, times factor: Float) {
    last = (summary.look, -1)
    lengths.add(summary.lengths, times: factor)
    guard let doing = SpanHistory.Doing(rawValue: Int(summary.doing)) else { return }
    let length = summary.lengths[doing] * factor
    guard length > longest[doing] else { return }
    longest[doing] = length
    looks[doing.rawValue] = summary.look
    places[doing.rawValue] = -1
  }

  var result: (look: Int32, place: Int32) {
    let doing = lengths.greatest
    guard longest[doing] > 0 else { return last }
    return (looks[doing.rawValue], places[doing.rawValue])
  }
}
