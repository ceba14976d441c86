import ProcModel
import ProcSchedule

/// Makes runs that nothing from outside the program has touched. One that something may have touched
/// is made again by the same scheduler, as often as it takes.
///
/// A process that was killed, and nothing in the run says by whom, may have been killed from outside,
/// or by the program itself with a bare `kill(2)`. What comes from outside does not come at the same
/// place of a run every time: a run that ends in the same way again and again is the program's own.
final class UndisturbedRuns {
  /// Makes them.
  private let runs: ControlledRuns
  /// Runs that were made again, and not told yet.
  private var repeated = 0
  /// How often the program had been started anew when that was last told.
  private var toldRestarts = 0
  /// Whether the server of runs was lost so often in a row that it is of no use to go on.
  private(set) var isHopeless = false

  private let isCancelled: () -> Bool
  /// How often in a row the server of runs was lost.
  private var losses = 0

  /// The most times that a run is made, as long as something touches it.
  static let mostAttempts = 20
  /// After so many runs that end alike, what touched them is taken for the program's own doing.
  static let alike = 3
  /// How often in a row the server of runs may be lost.
  static let mostLosses = 5

  /// Makes runs with `runs`.
  ///
  /// - Parameter isCancelled: whether nobody wants to know any more.
  init(_ runs: ControlledRuns, isCancelled: @escaping () -> Bool) {
    self.runs = runs
    self.isCancelled = isCancelled
  }

  /// Makes a run.
  ///
  /// - Parameter scheduler: says who moves; each attempt begins with it as it is.
  /// - Returns: the run, what counts of it, and the scheduler that has steered it.
  func run(
    _ scheduler: any Scheduler
  ) -> (result: ControlledRuns.Result, execution: Execution, scheduler: any Scheduler) {
    var manners: [Manner: Int] = [:]
    var attempt = 1
    while true {
      var steering = scheduler
      let result = runs.run(&steering)
      note(result)
      let manner = Manner(result)
      manners[manner, default: 0] += 1
      if isTrusted(result, manner, seen: manners[manner, default: 1]) {
        return (result, result.execution, steering)
      }
      if isCancelled() || isHopeless || attempt == Self.mostAttempts {
        return (result, result.disturbedExecution, steering)
      }
      attempt += 1
      repeated += 1
    }
  }

  /// How many runs were made again since this was last asked.
  func takeRepeated() -> Int {
    defer { repeated = 0 }
    return repeated
  }

  /// How often the program was started anew since this was last asked.
  func takeRestarts() -> Int {
    defer { toldRestarts = runs.restarts }
    return runs.restarts - toldRestarts
  }

  private func note(_ result: ControlledRuns.Result) {
    losses = result.isServing ? 0 : losses + 1
    if losses >= Self.mostLosses { isHopeless = true }
  }

  /// Whether what a run shows is the program's own doing.
  private func isTrusted(
    _ result: ControlledRuns.Result, _ manner: Manner, seen: Int
  ) -> Bool {
    if !result.isServing || result.wasKilledUnborn { return false }
    if !result.run.killedFromOutside.isEmpty { return seen >= Self.alike }
    return result.stopped.isEmpty || seen >= Self.alike
  }
}

/// What a run looked like: who moved, who was killed, and who was stopped.
private struct Manner: Hashable {
  let moves: [Move]
  let killed: [LaneIndex]
  let stopped: [LaneIndex]

  init(_ result: ControlledRuns.Result) {
    moves = result.execution.steps.map(\.move)
    killed = result.run.killedFromOutside
    stopped = result.stopped
  }
}
