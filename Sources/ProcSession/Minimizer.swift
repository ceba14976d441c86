import ProcModel
import ProcSchedule
import ProcSystem

/// Finds the simplest schedule that shows a finding, by trial.
struct Minimizer {
  private let runs: UndisturbedRuns
  /// Whether there is no time left for trials.
  private let isHurried: () -> Bool
  private let found: Found
  /// The simplest run with the finding that is known.
  private var best: (execution: Execution, run: Run)
  /// Runs that the finding can be shortened from, the most promising first.
  private let candidates: [Execution]
  private var isRepeated = false

  /// How long it took to repeat what was found, and to shorten it, in nanoseconds.
  private(set) var provingTime: UInt64 = 0
  private(set) var shorteningTime: UInt64 = 0

  /// How often a schedule is tried that does not show what it showed before.
  private static let mostRepeats = 3
  /// How many trials are made from the most promising run, and from each of the next.
  private static let firstTrials = 200
  private static let furtherTrials = 30
  private static let furtherRuns = 2

  /// Minimizes what a search has found.
  init(
    _ found: Found, _ witness: FindingWitnesses.Witness, runs: UndisturbedRuns,
    isHurried: @escaping () -> Bool
  ) {
    self.found = found
    self.runs = runs
    self.isHurried = isHurried
    best = (witness.execution, witness.run)
    candidates = witness.simplest.executions
  }

  /// Repeats the simplest run that was met, and shortens it, and others that promise more.
  mutating func minimize() -> MinimizedFinding {
    let begin = MonotonicClock.now
    prove()
    let proved = MonotonicClock.now
    provingTime = proved - begin
    shorten()
    shorteningTime = MonotonicClock.now - proved
    return MinimizedFinding(found, by: best.execution, best.run, isRepeated: isRepeated)
  }

  private mutating func prove() {
    for _ in 0..<Self.mostRepeats where !isRepeated && !isHurried() {
      let (result, execution, _) = runs.run(ReplayScheduler(best.execution.schedule))
      guard execution.shows(found.kind) else { continue }
      best = (execution, result.run)
      isRepeated = true
    }
  }

  private mutating func shorten() {
    var trials = Self.firstTrials
    for candidate in ranked.prefix(1 + Self.furtherRuns) {
      shorten(candidate, trials)
      trials = Self.furtherTrials
    }
  }

  /// The candidates, by how few switches the order of their steps can have.
  private var ranked: [Execution] {
    var ranked: [(switches: Int, execution: Execution)] = []
    for candidate in candidates {
      if isHurried() { break }
      let fewest = FewestSwitches(candidate, bound: FewestSwitches.trialBound)
      ranked.append((fewest.schedule.switches, candidate))
    }
    return ranked.enumerated().sorted {
      ($0.element.switches, $0.offset) < ($1.element.switches, $1.offset)
    }.map(\.element.execution)
  }

  private mutating func shorten(_ candidate: Execution, _ trials: Int) {
    if isHurried() { return }
    var shortener = Shortener(candidate, kind: found.kind, maxTrials: trials)
    while !isHurried(), let trial = shortener.next() {
      let (result, execution, _) = runs.run(trial)
      shortener.learn(execution)
      guard execution.shows(found.kind), execution.isSimpler(than: best.execution) else { continue }
      best = (execution, result.run)
      isRepeated = true
    }
  }
}

extension Execution {
  /// Whether it was made to its end, and has a finding of this kind.
  fileprivate func shows(_ kind: Finding.Kind) -> Bool {
    end == .complete && findings.contains(kind)
  }

  /// Whether it has fewer switches.
  fileprivate func isSimpler(than other: Execution) -> Bool {
    schedule.switches < other.schedule.switches
  }
}
