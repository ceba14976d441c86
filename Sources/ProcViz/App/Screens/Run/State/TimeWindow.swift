/// Which part of the time the lanes show, in shown time (``ElasticTime``).
struct TimeWindow: Sendable, Hashable {
  /// How much is shown; nil: all of the run.
  var span: UInt64?
  /// The end of what is shown; nil: the present.
  var end: UInt64?
  /// Whether it was all of the run when somebody began to look back; then it is so again in the
  /// present.
  var isKept = false
}

extension TimeWindow {
  /// Shows the present again.
  mutating func followPresent() {
    if isKept { span = nil }
    isKept = false
    end = nil
  }

  /// What is shown of all of the run stays where it is.
  mutating func keep(_ axis: TimeAxis) {
    guard span == nil else { return }
    let span = axis.length
    self = TimeWindow(span: span, end: span, isKept: true)
  }

  /// Shows half as much, or twice as much: at most all there is.
  mutating func zoom(in isIn: Bool, _ axis: TimeAxis, whole: UInt64) {
    isKept = false
    let least = UInt64(axis.columns)  // a nanosecond a column
    if isIn {
      span = max(least, axis.length / 2)
    } else if axis.length >= whole / 2 {
      self = TimeWindow()
    } else {
      span = axis.length * 2
    }
  }

  /// Puts a moment into the middle.
  mutating func center(_ moment: UInt64) {
    guard let span else { return }
    end = max(span, moment + span / 2)
  }

  /// Moves as little as needed to show a moment.
  mutating func show(_ moment: UInt64, _ axis: TimeAxis) {
    guard let span else { return }
    let margin = axis.perColumn * 2
    let end = axis.start + Double(span)
    if Double(moment) < axis.start + margin {
      self.end = UInt64(max(Double(span), Double(moment) - margin + Double(span)))
    } else if Double(moment) > end - margin {
      self.end = UInt64(Double(moment) + margin)
    } else {
      self.end = UInt64(max(0, end))
    }
  }
}

extension TimeAxis {
  /// How much of the shown time there is on it.
  var length: UInt64 { UInt64(max(1, perColumn * Double(columns))) }

  /// What is in its middle.
  var middle: Double { start + perColumn * Double(columns) / 2 }
}
