import ProcLessons

extension Update {
  /// A key in the menu.
  static func pressInMenu(_ key: Key, in state: inout AppState) -> [Effect] {
    let last = state.scenarios.count - 1
    switch key {
    case .up, .character("k"): state.chosenScenario = max(0, state.chosenScenario - 1)
    case .down, .character("j"): state.chosenScenario = max(0, min(last, state.chosenScenario + 1))
    case .home, .pageUp: state.chosenScenario = 0
    case .end, .pageDown: state.chosenScenario = max(0, last)
    case .enter: return openChosen(in: &state)
    case .character("o"): return openKnobs(in: &state)
    case .character("x"): return openSearch(in: &state)
    case .character("?"): return openHelp(in: &state)
    case .character("q"), .escape: return [.quit(nil)]
    default: break
    }
    return []
  }

  /// The mouse in the menu: a press chooses, a press on what is chosen opens it.
  static func useInMenu(_ action: MouseAction, in state: inout AppState) -> [Effect] {
    switch action {
    case .wheelUp: return pressInMenu(.up, in: &state)
    case .wheelDown: return pressInMenu(.down, in: &state)
    case .press(let place):
      guard let pressed = MenuView.scenario(at: place, of: state) else { return [] }
      if pressed == state.chosenScenario { return openChosen(in: &state) }
      state.chosenScenario = pressed
      return []
    }
  }

  private static func openChosen(in state: inout AppState) -> [Effect] {
    guard state.scenarios.indices.contains(state.chosenScenario) else { return [] }
    let scenario = state.scenarios[state.chosenScenario]
    return launch(scenario, knobs: KnobValues(defaultsOf: scenario), in: &state)
  }

  /// Opens the knobs of the scenario that runs or is chosen.
  static func openKnobs(in state: inout AppState) -> [Effect] {
    if let run = state.run, run.scenario == nil { return refuseKnobs(in: &state) }
    guard state.scenarios.indices.contains(state.chosenScenario) else { return [] }
    let scenario = state.scenarios[state.chosenScenario]
    let values = state.run?.knobs ?? KnobValues(defaultsOf: scenario)
    state.overlay = .knobs(KnobsState(scenario: state.chosenScenario, values: values))
    return []
  }
}
