import ProcModel

extension TimeAxis {
  /// The axis on which every event is as wide as every other.
  init(ofEvents run: RunState, columns: Int) {
    let columns = max(columns, 1)
    let total = Double(run.run.trace.count)
    let ahead = PendingView.columns(run, of: columns)
    let room = Double(max(1, columns - (run.isFinished ? 4 : 1 + ahead)))
    let perColumn = run.viewpoint.eventWindow.perColumn ?? Self.fitting(total, in: room)
    let start = run.viewpoint.eventWindow.start ?? max(0, total - room * perColumn)
    let seqs = (0...columns).map { Int((start + Double($0) * perColumn).rounded(.up)) }
    self.init(
      events: SampleColumns(seqs: seqs), start: start, perColumn: perColumn, origin: run.origin,
      endColumn: min(columns, max(0, Int(((total - start) / perColumn).rounded(.up)))))
  }

  /// How many events a column must stand for: where there is more than enough room, each has the same
  /// number of columns.
  private static func fitting(_ total: Double, in room: Double) -> Double {
    guard total > 0, total < room else { return max(1, total) / room }
    return 1 / min((room / total).rounded(.down), EventWindow.widest)
  }
}
