import ProcModel

/// How a run is told without a terminal.
protocol Report {
  /// Appends `event` to `run`, and says it: a line with its newline.
  func tell(_ event: Event, _ run: inout Run) -> String
  /// What is said last.
  ///
  /// - Parameter hasFailed: whether it could not run, or not to its end.
  func summary(of run: Run, malformed: Int, hasFailed: Bool) -> String
}
