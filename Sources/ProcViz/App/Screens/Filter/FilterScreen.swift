import ProcModel

/// What is shown and what is hidden: the families of events, and the lanes.
struct FilterScreen: Screen {
  /// The item chosen.
  var chosen = 0

  func perform(_ action: FilterAction, in state: inout AppState) -> [Effect] {
    guard let items = state.run?.filterItems, !items.isEmpty else {
      state.stack.pop()
      return []
    }
    let item = items[min(chosen, items.count - 1)]
    func choose(_ place: Int) {
      state.stack.top = .filter(FilterScreen(chosen: max(0, min(items.count - 1, place))))
    }
    switch action {
    case .up: choose(chosen - 1)
    case .down: choose(chosen + 1)
    case .pageUp: choose(chosen - 10)
    case .pageDown: choose(chosen + 10)
    case .first: choose(0)
    case .last: choose(items.count - 1)
    case .toggle: state.run?.toggle(item)
    case .only: state.run?.showOnly(item)
    case .all: state.run?.showEverything()
    case .back: close(in: &state)
    }
    return []
  }

  /// A press hides or shows, the wheel goes through the lines.
  func use(_ mouse: MouseAction, in state: inout AppState) -> [Effect] {
    switch mouse {
    case .wheelUp: return perform(.up, in: &state)
    case .wheelDown: return perform(.down, in: &state)
    case .press(let place):
      guard let run = state.run,
        let item = FilterView.item(at: place, of: run, chosen: chosen, size: state.size)
      else { return [] }
      let pressed = FilterScreen(chosen: item)
      state.stack.top = .filter(pressed)
      return pressed.perform(.toggle, in: &state)
    }
  }

  func frame(of state: AppState, bar: [BarView.Item]) -> Frame {
    guard let run = state.run else { return Frame(size: state.size) }
    return FilterView.frame(of: run, chosen: chosen, look: state.look, size: state.size, bar: bar)
  }

  private func close(in state: inout AppState) {
    state.stack.pop()
    // Whoever was chosen may be hidden now.
    if let run = state.run, run.laneOrder.row(of: run.arrangement.chosen) == nil {
      state.run?.arrangement.chosen = run.laneOrder.rows.first?.first ?? 0
    }
    state.run?.keepChosenLaneVisible(size: state.size)
  }
}
