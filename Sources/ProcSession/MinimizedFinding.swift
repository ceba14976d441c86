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
  /// Whether a schedule with the finding was repeated and showed it again; false also where there
  /// was no time to try.
  public let isRepeated: Bool

  /// A finding, and the simplest run that shows it.
  public init(found: Found, minimal: Schedule, run: Run, finding: Finding?, isRepeated: Bool) {
    self.found = found
    self.minimal = minimal
    self.run = run
    self.finding = finding
    self.isRepeated = isRepeated
  }

  /// A finding, and the simplest run that shows it, with its steps.
  init(_ found: Found, by execution: Execution, _ run: Run, isRepeated: Bool) {
    self.init(
      found: found, minimal: Schedule(steps: execution.steps), run: run,
      finding: run.findings.first { $0.kind == found.kind }, isRepeated: isRepeated)
  }
}
