import ProcModel

/// How a run is told without a terminal.
protocol Report {
  /// The line about the event at `seq`, the last one of `run`, with its newline.
  func line(for seq: Int, of run: Run) -> String
  /// What is told last.
  func summary(of run: Run, malformed: Int, verdict: Outcome) -> String
}
