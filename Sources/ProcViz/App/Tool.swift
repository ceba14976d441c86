/// A screen about the scenario or the run, between it and what lies on top of everything.
enum Tool: Sendable {
  /// A search of schedules.
  case explore(ExploreState)
  /// Who waits for whom; the first line shown.
  case waiting(scroll: Int)
  /// All that the panels say, at length; the first line shown.
  case reading(scroll: Int)
  /// The same schedule without the lock and with it.
  case compare(CompareState)
}

extension AppState {
  /// The search that is shown, if one is.
  var explore: ExploreState? {
    get { if case .explore(let explore)? = tool { explore } else { nil } }
    set { tool = newValue.map { .explore($0) } }
  }

  /// The comparison that is shown, if one is.
  var compare: CompareState? {
    get { if case .compare(let compare)? = tool { compare } else { nil } }
    set { tool = newValue.map { .compare($0) } }
  }
}
