import ProcLessons
import ProcModel
import ProcSchedule
import ProcSession

extension Update {
  /// Opens the search of what runs or is chosen; one that is over is shown again.
  static func openSearch(in state: inout AppState) -> [Effect] {
    guard let subject = state.subject else { return [] }
    if let last = state.lastSearch, last.subject == subject {
      state.stack.push(.explore(last))
      return []
    }
    return search(subject, .dpor, in: &state)
  }

  /// Begins a search.
  static func search(_ subject: Subject, _ strategy: StrategyName, in state: inout AppState)
    -> [Effect]
  {
    state.searchCount += 1
    state.lastSearch = nil
    let explore = ExploreState(number: state.searchCount, subject: subject, strategy: strategy)
    // The same screen, where a search is made again.
    if state.stack.top.kind == .explore { state.stack.pop() }
    state.stack.push(.explore(explore))
    return [
      .search(Searching(number: state.searchCount, subject: subject, strategy: strategy))
    ]
  }

  /// A search says how far it is.
  static func take(_ progress: Explorer.Progress, of search: Int, in state: inout AppState)
    -> [Effect]
  {
    guard state.explore?.number == search else { return [] }
    state.explore?.take(progress)
    guard let explore = state.explore, explore.opensWhenMinimized,
      explore.currentMinimized != nil || !explore.isGoingOn
    else { return [] }
    return explore.openFinding(in: &state)
  }

  /// A search could not be begun.
  static func failSearch(_ search: Int, _ reason: Localized, in state: inout AppState) {
    if state.explore?.number == search { state.explore?.failure = reason }
  }
}

extension Update {
  /// Opens a run at its start, to be stepped through `schedule`.
  static func follow(_ schedule: Schedule, of subject: Subject, in state: inout AppState)
    -> [Effect]
  {
    let effects = launch(subject, isHeld: true, notice: SearchTexts.followsSchedule, in: &state)
    state.run?.steering.plan = schedule
    return effects
  }
}

extension StrategyName {
  /// The strategy after this one, in turn.
  var next: StrategyName {
    let all = Self.allCases
    let place = all.firstIndex(of: self) ?? 0
    return all[(place + 1) % all.count]
  }
}

extension AppState {
  /// What runs or, in the menu, is chosen.
  var subject: Subject? {
    if let run { return run.subject }
    guard scenarios.indices.contains(chosenScenario) else { return nil }
    let scenario = scenarios[chosenScenario]
    return .scenario(
      ScenarioChoice(scenario: scenario, knobs: KnobValues(defaultsOf: scenario)))
  }
}
