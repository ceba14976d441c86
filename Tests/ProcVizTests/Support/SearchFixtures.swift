import ProcModel
import ProcSchedule
import Testing

@testable import ProcSession
@testable import ProcViz

extension Fixtures {
  /// How far a search is that has met so many outcomes, in this order.
  ///
  /// - Parameters:
  ///   - isComplete: whether every class was tried.
  ///   - isProved: whether what was found has been shortened.
  static func progress(
    _ outcomes: [(Finding.Kind?, Int)], _ phase: Explorer.Phase = .searching,
    isComplete: Bool = false, isProved: Bool = false
  ) -> Explorer.Progress {
    var progress = Explorer.Progress()
    var search = Search(isComplete ? Listed(left: outcomes.map(\.1).reduce(0, +)) : endless)
    for (kind, count) in outcomes {
      for _ in 0..<count {
        guard let scheduler = search.next() else { continue }
        search.learn(execution(kind), from: scheduler)
      }
    }
    if phase != .searching { search.stop() }
    progress.counts = SearchCounts(search, repeated: 0, restarts: 0)
    progress.phase = phase
    progress.time = 2_000_000_000
    progress.searchTime = 2_000_000_000
    if isProved {
      let result = ControlledScript.lostUpdate().result
      progress.minimized = search.findings.map { found in
        MinimizedFinding(
          found: found, minimal: Schedule(steps: result.execution.steps), run: result.run,
          finding: result.run.findings.first { $0.kind == found.kind } ?? result.run.findings.first,
          isRepeated: true)
      }
    }
    return progress
  }

  private static var endless: any Strategy { RandomStrategy(seed: 1) }

  private static let steps = ControlledScript.lostUpdate().result.execution.steps

  private static func execution(_ kind: Finding.Kind?) -> Execution {
    Execution(
      steps: steps, end: .complete, findings: kind.map { [$0] } ?? [], hasUnknownKinds: false)
  }

  /// A search of `counter` that has come so far.
  static func exploring(
    _ progress: Explorer.Progress, _ columns: Int = 80, _ rows: Int = 24,
    _ language: Language = .en
  ) -> AppState {
    var state = run(.lostUpdate(), columns, rows, language)
    state.type("x")
    _ = Update.apply(.explored(search: 1, progress), to: &state)
    return state
  }

  /// A comparison of `counter` that is over.
  static func comparing(
    _ columns: Int = 80, _ rows: Int = 24, _ language: Language = .en
  ) -> AppState {
    var state = run(.lostUpdate(), columns, rows, language)
    state.type("c")
    _ = Update.apply(.compared(comparison: 1, ControlledScript.pair), to: &state)
    return state
  }
}

/// A strategy that knows how many runs there are.
private struct Listed: Strategy {
  var left: Int
  var isExhausted: Bool { left == 0 }

  mutating func next() -> (any Scheduler)? {
    guard left > 0 else { return nil }
    left -= 1
    return ReplayScheduler(Schedule())
  }

  mutating func learn(_ execution: Execution, from scheduler: any Scheduler) {}
}
