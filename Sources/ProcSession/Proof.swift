public import ProcModel
public import ProcSchedule

/// What a search has found, and the simplest schedule that shows it.
public struct Proof: Sendable {
  /// What was found, how often, and where first.
  public let found: Found
  /// The simplest schedule with this finding that is known.
  public let minimal: Schedule
  /// The run that it leads to.
  public let run: Run
  /// What happens in it, as the run itself tells it.
  public let finding: Finding?
}

/// Finds the simplest schedule that shows a finding.
struct Prover {
  let runs: ControlledRuns
  let isStopped: () -> Bool

  /// Shortens the schedule of `found`, and repeats it.
  func proof(of found: Found) -> Proof {
    let best = found.best
    let run = repeated(best.schedule)
    return Proof(
      found: found, minimal: best.schedule, run: run.run,
      finding: run.run.findings.first { $0.kind == found.kind })
  }

  private func repeated(_ schedule: Schedule) -> ControlledRuns.Result {
    var chooser: any Chooser = ReplayChooser(schedule)
    return runs.run(&chooser)
  }
}
