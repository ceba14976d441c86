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
    case .family(let family): !arrangement.choice.hiddenFamilies.contains(family)
    case .lane(let lane): !arrangement.choice.hidden.contains(lane)
    }
  }

  /// Hides something, or shows it again.
  mutating func toggle(_ item: FilterItem) {
    switch item {
    case .family(let family): arrangement.choice.hiddenFamilies.formSymmetricDifference([family])
    case .lane(let lane): arrangement.choice.hidden.formSymmetricDifference([lane])
    }
  }

  /// Hides everything of its sort but this, or, where that is so already, shows all of it.
  mutating func showOnly(_ item: FilterItem) {
    switch item {
    case .family(let family):
      let others = Set(EventFamily.allCases).subtracting([family])
      arrangement.choice.hiddenFamilies = arrangement.choice.hiddenFamilies == others ? [] : others
    case .lane(let lane):
      let others = Set(run.world.lanes.indices).subtracting([lane])
      arrangement.choice.hidden = arrangement.choice.hidden == others ? [] : others
    }
  }

  /// Whether an event is of a family or a lane that is hidden.
  func isHidden(_ event: Event) -> Bool {
    if let family = event.kind.family, arrangement.choice.hiddenFamilies.contains(family) {
      return true
    }
    guard !arrangement.choice.hidden.isEmpty,
      let lane = run.world.lane(pid: event.pid, tid: event.tid)
    else {
      return false
    }
    return arrangement.choice.hidden.contains(lane)
  }
}

extension RunState {
  /// Hides nothing.
  mutating func showEverything() {
    arrangement.choice.hidden = []
    arrangement.choice.hiddenFamilies = []
  }
}
