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

extension EventWindow {
  /// Shows the present again.
  mutating func followPresent() {
    if isKept { perColumn = nil }
    isKept = false
    start = nil
  }

  /// What is shown of all of the run stays where it is.
  mutating func keep(_ axis: TimeAxis) {
    guard perColumn == nil else { return }
    self = EventWindow(perColumn: axis.perColumn, start: axis.start, isKept: true)
  }

  /// Shows half as many events, or twice as many: at most all of so many.
  mutating func zoom(in isIn: Bool, _ axis: TimeAxis, total: Int) {
    isKept = false
    let wanted = isIn ? axis.perColumn / 2 : axis.perColumn * 2
    if !isIn, wanted * Double(axis.columns) >= Double(total) * 2 {
      self = EventWindow()
    } else {
      perColumn = max(wanted, 1 / EventWindow.widest)
    }
  }

  /// Puts a place in the trace into the middle.
  mutating func center(_ place: Double, columns: Int) {
    guard let perColumn else { return }
    start = max(0, place - perColumn * Double(columns) / 2)
  }

  /// Moves as little as needed to show a place in the trace.
  mutating func show(_ place: Int, _ axis: TimeAxis) {
    guard perColumn != nil else { return }
    let place = Double(place)
    let width = axis.perColumn * Double(axis.columns)
    let margin = axis.perColumn * 2
    var start = axis.start
    if place < start + margin { start = place - margin }
    if place > start + width - max(margin, 1) { start = place + max(margin, 1) - width }
    self.start = max(0, start)
  }
}
