/// Walks along the marks of a lane and finds the gravest of each column.
struct MarkSampler {
  private let history: MarkHistory
  private let columns: SampleColumns
  private let end: Int
  private var found: [Gravest]
  private var column = 0
  /// The level of the summary that was added last: its neighbours mostly have the same level.
  private var lastLevel = 0
  /// One bit for each shape that is left out.
  private var hidden: UInt64 = 0
  /// In how many summaries it still looks behind a hidden mark: drawing must cost columns, not
  /// marks.
  private var budget: Int

  /// The gravest mark of a column, and how many there are.
  struct Gravest {
    var mark = PackedPlace(seq: 0, 0)
    var count = 0
  }

  init(
    _ history: MarkHistory, _ columns: SampleColumns, end: Int,
    hiding shapes: Set<Timeline.Mark.Shape>
  ) {
    self.history = history
    self.columns = columns
    self.end = end
    found = Array(repeating: Gravest(), count: columns.count)
    budget = columns.count * 16
    for shape in shapes { hidden |= 1 << UInt64(shape.rawValue) }
  }

  @inline(__always)
  private func isHidden(_ mark: PackedPlace) -> Bool {
    hidden != 0 && hidden >> UInt64(mark.shape.rawValue) & 1 == 1
  }

  /// The mark of each column.
  mutating func sample() -> [Gravest] {
    let marks = history.marks
    guard end > 0, let final = marks.last else { return found }
    // Nothing comes after the mark of an end that could be hidden: it gets a column of its own.
    let count = final.shape.isEnd ? marks.count - 1 : marks.count
    var place = marks.partitioningIndex { $0.seq >= columns.seqs[0] }
    let last = min(count, marks.partitioningIndex { $0.seq >= columns.seqs[end] })
    while place < last { place += addSummary(at: place, before: last) ?? add(marks[place]) }
    if final.shape.isEnd { addEnd(final) }
    return found
  }

  /// Adds the largest summary that begins at `place` and whose marks are too close together to be
  /// told apart.
  ///
  /// - Returns: how many marks it stands for; nil where there is none.
  private mutating func addSummary(at place: Int, before last: Int) -> Int? {
    var descent = history.summaries.descent(from: place, upTo: last, highest: lastLevel + 1)
    while let stretch = history.summaries.next(&descent) {
      let next = history.summaries.seq(behind: stretch, in: history.marks, orAt: columns.seqs[end])
      advance(to: stretch.summary.seq)
      guard isOneColumn(stretch.summary, upTo: next) else { continue }
      if isHidden(stretch.summary.gravest), budget > 0 {
        budget -= 1
        continue
      }
      add(stretch.summary, upTo: next, places: place..<stretch.end)
      lastLevel = stretch.level
      return stretch.size
    }
    return nil
  }

  /// Whether a summary that begins in the current column need not be opened: all of it lies there,
  /// or it lies in two columns with many marks, and says nothing that must not be missed in either.
  @inline(__always)
  private func isOneColumn(_ summary: MarkHistory.Summary, upTo next: Int) -> Bool {
    if next <= columns.seqs[column + 1] { return true }
    guard column + 2 <= end, next <= columns.seqs[column + 2] else { return false }
    return summary.gravest.isOrdinary
      && found[column].count >= SummaryLevels<MarkHistory.Summary>.leafLength
  }

  private mutating func add(
    _ summary: MarkHistory.Summary, upTo next: Int, places: Range<Int>
  ) {
    let edge = columns.seqs[column + 1]
    if next <= edge {
      note(summary.gravest, count: places.count, in: column)
    } else if summary.gravest.seq >= edge {
      note(summary.gravest, count: places.count, in: column + 1)
      note(summary.first, count: 1, in: column)
    } else {
      note(summary.gravest, count: places.count, in: column)
      note(history.marks[places.upperBound - 1], count: 1, in: column + 1)
    }
  }

  private mutating func add(_ mark: PackedPlace) -> Int {
    advance(to: mark.seq)
    note(mark, count: 1, in: column)
    return 1
  }

  private mutating func advance(to seq: Int) {
    while column + 1 < end, columns.seqs[column + 1] <= seq { column += 1 }
  }

  private mutating func note(_ mark: PackedPlace, count: Int, in column: Int) {
    guard column < end, !isHidden(mark) else { return }
    if found[column].count == 0 || mark.gravity >= found[column].mark.gravity {
      found[column].mark = mark
    }
    found[column].count += count
  }

  private mutating func addEnd(_ mark: PackedPlace) {
    guard !isHidden(mark), mark.seq >= columns.seqs[0], mark.seq < columns.seqs[end] else { return }
    advance(to: mark.seq)
    let isTaken = found[column].count > 0
    if isTaken, column + 1 < columns.count {
      found[column + 1] = Gravest(mark: mark, count: 1)
    } else {
      note(mark, count: 1, in: column)
    }
  }
}
