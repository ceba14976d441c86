public import ProcModel

/// Looks for a schedule with fewer switches that goes wrong in the same way. It proposes schedules;
/// its caller makes the runs and reports the result of each. It always ends, and is deterministic.
///
/// It tries the same run in a better order (``FewestSwitches``), ending the schedule after a few
/// turns, leaving a turn out, and joining two turns of a lane. Moves that do not fit are left out,
/// and missing moves follow the default. A run that fails with fewer switches is the new best, and
/// is shortened in turn.
public struct Shortener: Sendable {
  /// The finding that has to stay.
  public let kind: Finding.Kind
  /// The best run so far: the schedule's own, not the one proposed.
  public private(set) var best: Execution
  /// How many runs were made.
  public private(set) var trials = 0

  private let maxTrials: Int
  private var proposals: Proposals
  private var tried: Set<[Turn]> = []

  /// Shortens `execution`, which has a finding of this kind.
  ///
  /// - Parameter maxTrials: the maximum number of runs.
  public init(_ execution: Execution, kind: Finding.Kind, maxTrials: Int = 200) {
    self.kind = kind
    self.maxTrials = maxTrials
    best = execution
    proposals = Proposals(of: execution, most: maxTrials)
  }

  /// The scheduler of the next trial; nil when ``best`` is the result. Trials are made one by one.
  public mutating func next() -> ReplayScheduler? {
    while trials < maxTrials, let turns = proposals.next() {
      guard tried.insert(turns).inserted else { continue }
      trials += 1
      return ReplayScheduler(Schedule(turns: turns), conduct: .lenient)
    }
    return nil
  }

  /// Learns the result of the last trial.
  public mutating func learn(_ execution: Execution) {
    guard execution.end == .complete, execution.findings.contains(kind),
      execution.switches < best.switches
    else { return }
    best = execution
    proposals = Proposals(of: execution, most: maxTrials)
  }
}
