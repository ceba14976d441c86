public import ProcModel
public import ProcSchedule

/// What a search has found, and the simplest schedule that shows it.
public struct MinimizedFinding: Sendable {
  /// What was found, how often, and where first.
  public let found: Found
  /// The simplest schedule with this finding that is known.
  public let minimal: Schedule
  /// The run that it leads to.
  public let run: Run
  /// What happens in it, as the run itself tells it.
  public let finding: Finding?
}

extension MinimizedFinding {
  /// A finding whose schedule could not be repeated.
  init(notRepeated found: Found) {
    self.init(found: found, minimal: found.best.schedule, run: Run(), finding: nil)
  }
}

/// Finds the simplest schedule that shows a finding, by trial.
struct Minimizer {
  /// Makes the trials.
  let runs: ControlledRuns
  /// Whether there is no time left for trials.
  let isHurried: () -> Bool

  /// Shortens the schedule of `found`, and repeats it.
  func minimize(_ found: Found) -> MinimizedFinding {
    var shortener = Shortener(found.best, kind: found.kind)
    var last = repeated(found.best)
    while !isHurried(), let trial = shortener.next() {
      var chooser: any Chooser = trial
      let result = runs.run(&chooser)
      let before = shortener.best.schedule
      shortener.learn(result.execution)
      if shortener.best.schedule != before { last = result }
    }
    return MinimizedFinding(
      found: found, minimal: Schedule(steps: last.execution.steps), run: last.run,
      finding: last.run.findings.first { $0.kind == found.kind })
  }

  private func repeated(_ execution: Execution) -> ControlledRuns.Result {
    var chooser: any Chooser = ReplayChooser(execution.schedule)
    return runs.run(&chooser)
  }
}
