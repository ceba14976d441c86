import ProcModel

/// Which part of a run the lanes show where a column stands for events instead of time.
struct EventWindow: Sendable, Hashable {
  /// How many events a column stands for; less than one: an event has several columns. Nil: all of
  /// the run has to fit.
  var perColumn: Double?
  /// The place in the trace at the left edge; nil: the present is followed.
  var start: Double?
  /// Whether it was all of the run when somebody began to look back.
  var isKept = false

  /// An event has at most so many columns.
  static let widest = 16.0
}

extension TimeAxis {
  /// The axis on which every event is as wide as every other.
  init(ofEvents run: RunState, columns: Int) {
    let columns = max(columns, 1)
    let total = Double(run.run.trace.count)
    let ahead = PendingView.columns(run, of: columns)
    let room = Double(max(1, columns - (run.mode == .finished ? 4 : 1 + ahead)))
    let perColumn = run.eventWindow.perColumn ?? Self.fitting(total, in: room)
    let start = run.eventWindow.start ?? max(0, total - room * perColumn)
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

/// Zooming and moving where a column stands for events.
extension RunState {
  /// Changes between time and events.
  mutating func toggleAxis(size: Size) {
    showsEvents.toggle()
    guard past != nil else { return }
    keepWindow(size: size)
    keepMomentVisible(size: size)
  }

  /// Shows fewer, or more, events, around the moment that is looked at.
  mutating func zoomEvents(in isIn: Bool, size: Size) {
    let axis = timeAxis(size: size)
    let total = Double(run.trace.count)
    let perColumn = isIn ? axis.perColumn / 2 : axis.perColumn * 2
    eventWindow.isKept = false
    if !isIn, perColumn * Double(axis.columns) >= total * 2 {
      eventWindow = EventWindow()
      return
    }
    eventWindow.perColumn = max(perColumn, 1 / EventWindow.widest)
    guard let center = eventCenter(axis), let perColumn = eventWindow.perColumn else { return }
    eventWindow.start = max(0, center - perColumn * Double(axis.columns) / 2)
  }

  /// What stays in the middle; nil where the present is followed.
  private func eventCenter(_ axis: TimeAxis) -> Double? {
    if let past { return Double(past.count - 1) }
    guard mode == .finished else { return nil }
    guard eventWindow.start != nil else { return Double(run.trace.count) / 2 }
    return axis.start + axis.perColumn * Double(axis.columns) / 2
  }

  /// What somebody looks back at stays where it is on the screen.
  mutating func keepEvents(size: Size) {
    guard mode != .finished, eventWindow.perColumn == nil else { return }
    let axis = timeAxis(size: size)
    eventWindow = EventWindow(perColumn: axis.perColumn, start: axis.start, isKept: true)
  }

  /// Moves the window as little as needed to show the moment.
  mutating func keepMomentAmongEvents(size: Size) {
    guard let past, eventWindow.perColumn != nil else { return }
    let axis = timeAxis(size: size)
    let place = Double(past.count - 1)
    let width = axis.perColumn * Double(axis.columns)
    let margin = axis.perColumn * 2
    var start = axis.start
    if place < start + margin { start = place - margin }
    if place > start + width - max(margin, 1) { start = place + max(margin, 1) - width }
    eventWindow.start = max(0, start)
  }
}
