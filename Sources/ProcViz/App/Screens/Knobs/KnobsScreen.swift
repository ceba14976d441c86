import ProcLessons
import ProcModel

extension KnobsState: Screen {
  func perform(_ action: KnobsAction, in state: inout AppState) -> [Effect] {
    let scenario = state.scenarios[scenario]
    var knobs = self
    switch action {
    case .up: knobs.choose(chosen - 1, in: scenario)
    case .down: knobs.choose(chosen + 1, in: scenario)
    case .first: knobs.choose(0, in: scenario)
    case .last: knobs.choose(scenario.allKnobs.count - 1, in: scenario)
    case .previousValue: knobs.turn(-1, in: scenario)
    case .nextValue: knobs.turn(1, in: scenario)
    case .type(let sign): knobs.type(sign)
    case .erase: knobs.erase()
    case .run:
      if knobs.takeTyped(in: scenario) {
        return Update.launch(scenario, knobs: knobs.values, in: &state)
      }
    case .back:
      state.stack.pop()
      return []
    }
    state.stack.top = .knobs(knobs)
    return []
  }

  /// A press chooses a knob, the wheel goes through them.
  func use(_ mouse: MouseAction, in state: inout AppState) -> [Effect] {
    switch mouse {
    case .wheelUp: return perform(.up, in: &state)
    case .wheelDown: return perform(.down, in: &state)
    case .press(let place):
      let scenario = state.scenarios[scenario]
      guard let pressed = KnobsView.knob(at: place, of: scenario, size: state.size) else {
        return []
      }
      var knobs = self
      knobs.choose(pressed, in: scenario)
      state.stack.top = .knobs(knobs)
      return []
    }
  }

  func frame(of state: AppState, bar: [BarView.Item]) -> Frame {
    KnobsView.frame(
      self, of: state.scenarios[scenario], look: state.look, size: state.size, bar: bar)
  }

  /// Whether the chosen knob has a number.
  func hasNumberChosen(in scenarios: [Scenario]) -> Bool {
    switch scenarios[scenario].allKnobs[chosen].domain {
    case .choice: false
    case .integer, .decimal: true
    }
  }
}

extension Update {
  /// Opens the knobs of the scenario that runs or is chosen.
  static func openKnobs(in state: inout AppState) -> [Effect] {
    if let run = state.run, run.scenario == nil { return refuseKnobs(in: &state) }
    guard state.scenarios.indices.contains(state.chosenScenario) else { return [] }
    let scenario = state.scenarios[state.chosenScenario]
    let values = state.run?.knobs ?? KnobValues(defaultsOf: scenario)
    state.stack.push(.knobs(KnobsState(scenario: state.chosenScenario, values: values)))
    return []
  }
}

extension KnobsState {
  /// Chooses another knob; what was typed for the last one is taken over.
  fileprivate mutating func choose(_ index: Int, in scenario: Scenario) {
    guard takeTyped(in: scenario) else { return }
    chosen = min(max(index, 0), scenario.allKnobs.count - 1)
  }

  /// Turns the chosen knob by one.
  fileprivate mutating func turn(_ step: Int, in scenario: Scenario) {
    typed = nil
    isRefused = false
    let knob = scenario.allKnobs[chosen]
    try? values.set(
      knob.name, to: knob.neighbour(of: values[knob.name], step: step), in: scenario)
  }

  /// Takes a digit for the chosen knob, which has a number.
  fileprivate mutating func type(_ sign: Character) {
    typed = String(((typed ?? "") + String(sign)).prefix(9))
    isRefused = false
  }

  /// Takes back the last digit.
  fileprivate mutating func erase() {
    guard let digits = typed else { return }
    typed = digits.count > 1 ? String(digits.dropLast()) : nil
    isRefused = false
  }

  /// Sets the chosen knob to what was typed.
  ///
  /// - Returns: false where that is not allowed; it can then be mended.
  fileprivate mutating func takeTyped(in scenario: Scenario) -> Bool {
    guard let digits = typed else { return true }
    do {
      try values.set(scenario.allKnobs[chosen].name, to: digits, in: scenario)
      typed = nil
      isRefused = false
      return true
    } catch {
      isRefused = true
      return false
    }
  }
}
