import ProcModel

/// How a run is told without a terminal.
protocol Report {
  /// Appends `event` to `run`, and says it: a line with its newline.
  func tell(_ event: Event, _ run: inout Run) -> String
  /// What is said last.
  func summary(of run: Run, _ ending: Ending) -> String
}

/// What is to be said of a run's end beyond what is in it.
struct Ending {
  /// How many stretches of bytes on the channel were no records.
  var malformed = 0
  /// Whether it could not run, or not to its end.
  var hasFailed = false
  /// The schedule of a run under control, as a line of text.
  var schedule: String?
}
