import ProcLessons
import ProcModel

/// The menu: which scenario is chosen stays with the whole, because whatever runs is chosen.
struct MenuScreen: Screen {
  func perform(_ action: MenuAction, in state: inout AppState) -> [Effect] {
    switch action {
    case .up: choose(state.chosenScenario - 1, in: &state)
    case .down: choose(state.chosenScenario + 1, in: &state)
    case .first: choose(0, in: &state)
    case .last: choose(state.scenarios.count - 1, in: &state)
    case .run: return openChosen(in: &state)
    case .knobs: return Update.openKnobs(in: &state)
    case .explore: return Update.openSearch(in: &state)
    case .quit: return [.quit(nil)]
    }
    return []
  }

  /// A press chooses, a press on what is chosen opens it.
  func use(_ mouse: MouseAction, in state: inout AppState) -> [Effect] {
    switch mouse {
    case .wheelUp: return perform(.up, in: &state)
    case .wheelDown: return perform(.down, in: &state)
    case .press(let place):
      guard let pressed = MenuView.scenario(at: place, of: state) else { return [] }
      if pressed == state.chosenScenario { return openChosen(in: &state) }
      state.chosenScenario = pressed
      return []
    }
  }

  func frame(of state: AppState, bar: [BarView.Item]) -> Frame {
    MenuView.frame(of: state, bar: bar)
  }

  private func choose(_ scenario: Int, in state: inout AppState) {
    state.chosenScenario = max(0, min(state.scenarios.count - 1, scenario))
  }

  private func openChosen(in state: inout AppState) -> [Effect] {
    guard state.scenarios.indices.contains(state.chosenScenario) else { return [] }
    let scenario = state.scenarios[state.chosenScenario]
    return Update.launch(scenario, knobs: KnobValues(defaultsOf: scenario), in: &state)
  }
}
