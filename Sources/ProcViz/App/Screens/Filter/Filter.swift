import ProcModel

/// A line of the filter: something that can be shown or hidden.
enum FilterItem: Sendable, Hashable {
  case family(EventFamily)
  case lane(LaneIndex)
}

extension RunState {
  /// Everything that can be hidden: the families first, then the lanes.
  var filterItems: [FilterItem] {
    EventFamily.allCases.map { .family($0) } + run.world.lanes.indices.map { .lane($0) }
  }

  /// Whether something is shown.
  func isShown(_ item: FilterItem) -> Bool {
    switch item {
    case .family(let family): !choice.hiddenFamilies.contains(family)
    case .lane(let lane): !choice.hidden.contains(lane)
    }
  }

  /// Hides something, or shows it again.
  mutating func toggle(_ item: FilterItem) {
    switch item {
    case .family(let family): choice.hiddenFamilies.formSymmetricDifference([family])
    case .lane(let lane): choice.hidden.formSymmetricDifference([lane])
    }
  }

  /// Hides everything of its sort but this, or, where that is so already, shows all of it.
  mutating func showOnly(_ item: FilterItem) {
    switch item {
    case .family(let family):
      let others = Set(EventFamily.allCases).subtracting([family])
      choice.hiddenFamilies = choice.hiddenFamilies == others ? [] : others
    case .lane(let lane):
      let others = Set(run.world.lanes.indices).subtracting([lane])
      choice.hidden = choice.hidden == others ? [] : others
    }
  }

  /// Whether an event is of a family or a lane that is hidden.
  func isHidden(_ event: Event) -> Bool {
    if let family = event.kind.family, choice.hiddenFamilies.contains(family) { return true }
    guard !choice.hidden.isEmpty, let lane = run.world.lane(pid: event.pid, tid: event.tid) else {
      return false
    }
    return choice.hidden.contains(lane)
  }
}

extension Update {
  /// Opens the filter.
  static func openFilter(in state: inout AppState) -> [Effect] {
    state.overlay = .filter(chosen: 0)
    return []
  }

  /// A key in the filter.
  static func pressInFilter(_ key: Key, chosen: Int, in state: inout AppState) -> [Effect] {
    guard let items = state.run?.filterItems, !items.isEmpty else {
      state.overlay = nil
      return []
    }
    let item = items[min(chosen, items.count - 1)]
    func choose(_ place: Int) {
      state.overlay = .filter(chosen: max(0, min(items.count - 1, place)))
    }
    switch key {
    case .up, .character("k"): choose(chosen - 1)
    case .down, .character("j"): choose(chosen + 1)
    case .pageUp: choose(chosen - 10)
    case .pageDown: choose(chosen + 10)
    case .home: choose(0)
    case .end: choose(items.count - 1)
    case .character(" "), .enter: state.run?.toggle(item)
    case .character("o"): state.run?.showOnly(item)
    case .character("a"): state.run?.showEverything()
    case .escape, .character("q"), .character("f"): return closeFilter(in: &state)
    case .character("?"): return openHelp(in: &state)
    default: break
    }
    return []
  }

  /// The mouse in the filter: a press hides or shows, the wheel goes through the lines.
  static func useInFilter(_ action: MouseAction, chosen: Int, in state: inout AppState) -> [Effect]
  {
    switch action {
    case .wheelUp: return pressInFilter(.up, chosen: chosen, in: &state)
    case .wheelDown: return pressInFilter(.down, chosen: chosen, in: &state)
    case .press(let place):
      guard let run = state.run,
        let item = FilterView.item(at: place, of: run, chosen: chosen, size: state.size)
      else { return [] }
      state.overlay = .filter(chosen: item)
      return pressInFilter(.enter, chosen: item, in: &state)
    }
  }

  private static func closeFilter(in state: inout AppState) -> [Effect] {
    state.overlay = nil
    // Whoever was chosen may be hidden now.
    if let run = state.run, run.laneOrder.row(of: run.chosenLane) == nil {
      state.run?.chosenLane = run.laneOrder.rows.first?.first ?? 0
    }
    state.run?.keepChosenLaneVisible(size: state.size)
    return []
  }
}

extension RunState {
  /// Hides nothing.
  mutating func showEverything() {
    choice.hidden = []
    choice.hiddenFamilies = []
  }
}
