import ProcLessons

extension Update {
  /// A key in the knobs screen.
  static func pressInKnobs(_ key: Key, knobs: KnobsState, in state: inout AppState) -> [Effect] {
    let scenario = state.scenarios[knobs.scenario]
    var knobs = knobs
    switch key {
    case .up, .character("k"): knobs.choose(knobs.chosen - 1, in: scenario)
    case .down, .character("j"): knobs.choose(knobs.chosen + 1, in: scenario)
    case .home: knobs.choose(0, in: scenario)
    case .end: knobs.choose(scenario.allKnobs.count - 1, in: scenario)
    case .left: knobs.turn(-1, in: scenario)
    case .right, .character(" "): knobs.turn(1, in: scenario)
    case .backspace: knobs.erase()
    case .character(let sign) where sign.isNumber || sign == ".": knobs.type(sign, in: scenario)
    case .enter:
      guard knobs.takeTyped(in: scenario) else { break }
      return launch(scenario, knobs: knobs.values, in: &state)
    case .escape, .character("q"), .character("o"):
      state.overlay = nil
      return []
    case .character("?"): return openHelp(in: &state)
    default: break
    }
    state.overlay = .knobs(knobs)
    return []
  }

  /// The mouse in the knobs screen: a press chooses a knob, the wheel goes through them.
  static func useInKnobs(_ action: MouseAction, knobs: KnobsState, in state: inout AppState)
    -> [Effect]
  {
    let scenario = state.scenarios[knobs.scenario]
    var knobs = knobs
    switch action {
    case .wheelUp: knobs.choose(knobs.chosen - 1, in: scenario)
    case .wheelDown: knobs.choose(knobs.chosen + 1, in: scenario)
    case .press(let place):
      guard let pressed = KnobsView.knob(at: place, of: scenario, size: state.size) else {
        return []
      }
      knobs.choose(pressed, in: scenario)
    }
    state.overlay = .knobs(knobs)
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

  /// Takes a digit for the chosen knob, if it has a number.
  fileprivate mutating func type(_ sign: Character, in scenario: Scenario) {
    if case .choice = scenario.allKnobs[chosen].domain { return }
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
