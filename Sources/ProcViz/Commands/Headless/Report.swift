import ProcModel

/// How a run is told without a terminal.
protocol Report {
  /// What is said first.
  func begin() -> SafeOutput
  /// Appends `event` to `run`, and says it: a line with its newline.
  func tell(_ event: Event, _ run: inout Run) -> SafeOutput
  /// Nobody will move any more; says it, where that is said.
  func conclude(spinning: [LaneIndex]) -> SafeOutput
  /// What is said last.
  func summary(of run: Run, _ ending: RunEnding) -> SafeOutput
}

extension Report {
  func begin() -> SafeOutput { .nothing }
  func conclude(spinning: [LaneIndex]) -> SafeOutput { .nothing }
}

/// What is to be said of a run's end beyond what is in it.
struct RunEnding {
  /// How many stretches of bytes on the channel were no records.
  var malformed = 0
  /// Whether it could not run, or not to its end.
  var hasFailed = false
  /// The schedule of a run under control, as a line of text.
  var schedule: String?
  /// How it ended, as a recording keeps it.
  var end = RecordingClosing.End.byItself
}

extension RecordingClosing {
  /// The end of a run, as a recording keeps it.
  init(_ ending: RunEnding) {
    self.init(ending.end, malformed: ending.malformed, schedule: ending.schedule)
  }
}
