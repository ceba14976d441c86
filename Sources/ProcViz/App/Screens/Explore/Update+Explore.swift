import ProcLessons
import ProcModel
import ProcSchedule
import ProcSession

extension Update {
  /// Opens the search of what runs or is chosen; one that is over is shown again.
  static func openSearch(in state: inout AppState) -> [Effect] {
    guard let subject = state.subject else { return [] }
    if let last = state.lastSearch, last.subject == subject {
      state.tool = .explore(last)
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
    state.tool = .explore(
      ExploreState(number: state.searchCount, subject: subject, strategy: strategy))
    return [
      .search(Searching(number: state.searchCount, subject: subject, strategy: strategy))
    ]
  }

  /// A key in the screen of a search.
  static func pressInExplore(_ key: Key, _ explore: ExploreState, in state: inout AppState)
    -> [Effect]
  {
    switch key {
    case .up, .character("k"): state.explore?.choose(by: -1)
    case .down, .character("j"): state.explore?.choose(by: 1)
    case .enter: return openFinding(explore, in: &state)
    case .character("s"), .character(" "): return stopSearch(explore, in: &state)
    case .character("r"): return search(explore.subject, explore.strategy, in: &state)
    case .character("t"): return search(explore.subject, explore.strategy.next, in: &state)
    case .character("?"): return openHelp(in: &state)
    case .character("q"), .character("x"), .escape: return leaveSearch(explore, in: &state)
    default: break
    }
    return []
  }

  /// The mouse in the screen of a search: a press on a finding chooses it, on the chosen one opens
  /// it.
  static func useInExplore(
    _ action: MouseAction, _ explore: ExploreState, in state: inout AppState
  ) -> [Effect] {
    switch action {
    case .wheelUp: state.explore?.choose(by: -1)
    case .wheelDown: state.explore?.choose(by: 1)
    case .press(let place):
      guard let kind = ExploreView.finding(at: place, of: explore, size: state.size) else {
        return []
      }
      if kind == explore.current?.kind { return openFinding(explore, in: &state) }
      state.explore?.chosen = kind
    }
    return []
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
    return openFinding(explore, in: &state)
  }

  /// A search could not be begun.
  static func failSearch(_ search: Int, _ reason: Localized, in state: inout AppState) {
    if state.explore?.number == search { state.explore?.failure = reason }
  }

  /// The first time, what was found is still shortened; the second time, that ends, too.
  private static func stopSearch(_ explore: ExploreState, in state: inout AppState) -> [Effect] {
    guard explore.isGoingOn else { return [] }
    defer { state.explore?.isStopped = true }
    return [explore.isStopped || explore.phase == .shortening ? .haltSearch : .concludeSearch]
  }

  /// Opens the simplest schedule of the chosen finding; while that is not known, it is looked for
  /// first.
  private static func openFinding(_ explore: ExploreState, in state: inout AppState) -> [Effect] {
    guard let found = explore.current else { return [] }
    guard let minimized = explore.currentMinimized else {
      guard explore.isGoingOn else {
        return open(found.best.schedule, of: explore, in: &state)
      }
      state.explore?.opensWhenMinimized = true
      state.explore?.isStopped = true
      return explore.phase == .searching ? [.concludeSearch] : []
    }
    return open(minimized.minimal, of: explore, in: &state)
  }

  private static func open(
    _ schedule: Schedule, of explore: ExploreState, in state: inout AppState
  ) -> [Effect] {
    // The way back leads to what is known by now.
    var kept = explore
    kept.opensWhenMinimized = false
    kept.isCutOff = explore.isGoingOn
    kept.isStopped = explore.isStopped || explore.isGoingOn
    state.lastSearch = kept
    state.tool = nil
    return [.endSearch] + follow(schedule, of: explore.subject, in: &state)
  }

  private static func leaveSearch(_ explore: ExploreState, in state: inout AppState) -> [Effect] {
    state.tool = nil
    let isDone = explore.phase == .over && !explore.isStopped
    state.lastSearch = isDone ? explore : nil
    return [.endSearch]
  }
}

extension Update {
  /// Opens a run at its start, to be stepped through `schedule`.
  static func follow(_ schedule: Schedule, of subject: Subject, in state: inout AppState)
    -> [Effect]
  {
    let effects = launch(subject, isHeld: true, notice: SearchTexts.followsSchedule, in: &state)
    state.run?.plan = schedule
    state.run?.isFromSearch = true
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
