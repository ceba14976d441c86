import ProcLessons
import ProcModel

extension Update {
  /// Makes another run.
  static func perform(_ action: AgainAction, in state: inout AppState) -> [Effect] {
    switch action {
    case .same: runAgain(in: &state)
    case .lock: toggleLock(in: &state)
    case .startMethod: nextStartMethod(in: &state)
    case .faster: changeSpeed(1, in: &state)
    case .slower: changeSpeed(-1, in: &state)
    case .nextScenario: openNeighbour(1, in: &state)
    case .previousScenario: openNeighbour(-1, in: &state)
    }
  }

  private static func openNeighbour(_ step: Int, in state: inout AppState) -> [Effect] {
    let count = state.scenarios.count
    guard count > 0 else { return [] }
    let scenario = state.scenarios[(state.chosenScenario + step + count) % count]
    return launch(scenario, knobs: KnobValues(defaultsOf: scenario), in: &state)
  }

  /// Runs the same again.
  private static func runAgain(in state: inout AppState) -> [Effect] {
    guard let run = state.run else { return [] }
    return launch(run.subject, in: &state)
  }

  /// Turns the lock on or off, and runs again.
  private static func toggleLock(in state: inout AppState) -> [Effect] {
    turn("lock", by: 1, otherwise: RunTexts.noLockKnob, in: &state)
  }

  /// Takes the next start method, and runs again.
  private static func nextStartMethod(in state: inout AppState) -> [Effect] {
    turn("start-method", by: 1, otherwise: RunTexts.noStartMethod, in: &state)
  }

  /// Makes every sleep half or twice as long, and runs again: processes that sleep already cannot
  /// be hurried.
  private static func changeSpeed(_ step: Int, in state: inout AppState) -> [Effect] {
    turn(Knob.speed.name, by: step, otherwise: RunTexts.noFasterSpeed, in: &state)
  }

  private static func turn(
    _ name: String, by step: Int, otherwise refusal: Localized, in state: inout AppState
  ) -> [Effect] {
    guard let run = state.run else { return [] }
    guard let scenario = run.scenario else { return refuseKnobs(in: &state) }
    guard let knob = scenario.allKnobs.first(where: { $0.name == name }) else {
      state.run?.notice = refusal
      return []
    }
    var knobs = run.knobs
    try? knobs.set(name, to: knob.neighbour(of: knobs[name], step: step), in: scenario)
    guard knobs != run.knobs else {
      state.run?.notice = refusal
      return []
    }
    return launch(
      scenario, knobs: knobs, notice: RunTexts.again(name, knobs[name]), in: &state)
  }

  /// A program of the user's own has no knobs to turn.
  static func refuseKnobs(in state: inout AppState) -> [Effect] {
    state.run?.notice = RunTexts.noKnobs
    return []
  }
}
