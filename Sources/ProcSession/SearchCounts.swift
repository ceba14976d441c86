public import ProcSchedule

/// What a search has tried so far, and what came of it.
public struct SearchCounts: Sendable {
  /// Complete runs.
  public let schedules: Int
  /// How many of them differ in the order of operations that depend on each other.
  public let classes: Int
  /// How many complete runs had which outcome.
  public let outcomes: [Search.Outcome: Int]
  /// What was found, in the order in which it was first met; what only could go wrong comes last.
  public let findings: [Found]
  /// Runs that were given up because they would only have repeated what is known.
  public let cut: Int
  /// Runs that something outside the scheduler's view disturbed.
  public let disturbed: Int
  /// Runs with events of kinds that are not known here.
  public let unknown: Int
  /// Runs that were made again since something from outside had touched them.
  public let repeated: Int
  /// How often the program that serves the runs was started anew.
  public let restarts: Int
  /// How often a lane was kept from asking again what it had asked in vain.
  public let heldBack: Int
  /// Whether every schedule that matters was tried.
  public let isExhausted: Bool
  /// What can be said.
  public let status: Search.Status

  /// Nothing was tried yet.
  init() { self.init(Search(RandomStrategy(seed: 0)), repeated: 0, restarts: 0) }

  /// The counts of a search.
  init(_ search: Search, repeated: Int, restarts: Int) {
    self.repeated = repeated
    self.restarts = restarts
    schedules = search.schedules
    classes = search.classes
    outcomes = search.outcomes
    findings = search.findings
    cut = search.cut
    disturbed = search.disturbed + search.surprises
    unknown = search.unknown
    heldBack = search.heldBack
    isExhausted = search.isExhausted
    status = search.status
  }
}
