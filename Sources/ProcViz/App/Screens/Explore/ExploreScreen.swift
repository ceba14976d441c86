import ProcModel
import ProcSchedule
import ProcSession

extension ExploreState: Screen {
  func perform(_ action: ExploreAction, in state: inout AppState) -> [Effect] {
    switch action {
    case .up: state.explore?.choose(by: -1)
    case .down: state.explore?.choose(by: 1)
    case .open: return openFinding(in: &state)
    case .stop: return stop(in: &state)
    case .again: return Update.search(subject, strategy, in: &state)
    case .nextStrategy: return Update.search(subject, strategy.next, in: &state)
    case .back: return leave(in: &state)
    }
    return []
  }

  /// A press on a finding chooses it, on the chosen one opens it.
  func use(_ mouse: MouseAction, in state: inout AppState) -> [Effect] {
    switch mouse {
    case .wheelUp: state.explore?.choose(by: -1)
    case .wheelDown: state.explore?.choose(by: 1)
    case .press(let place):
      guard let kind = ExploreView.finding(at: place, of: self, size: state.size) else {
        return []
      }
      if kind == current?.kind { return openFinding(in: &state) }
      state.explore?.chosen = kind
    }
    return []
  }

  func frame(of state: AppState, bar: [BarView.Item]) -> Frame {
    ExploreView.frame(of: self, look: state.look, size: state.size, bar: bar)
  }

  /// Opens the simplest schedule of the chosen finding; while that is not known, it is looked for
  /// first.
  func openFinding(in state: inout AppState) -> [Effect] {
    guard let found = current else { return [] }
    if let minimized = currentMinimized { return open(minimized.minimal, in: &state) }
    guard isGoingOn else { return open(found.best.schedule, in: &state) }
    state.explore?.opensWhenMinimized = true
    state.explore?.isStopped = true
    return phase == .searching ? [.concludeSearch] : []
  }

  private func open(_ schedule: Schedule, in state: inout AppState) -> [Effect] {
    // The way back leads to what is known by now.
    var kept = self
    kept.opensWhenMinimized = false
    kept.isCutOff = isGoingOn
    kept.isStopped = isStopped || isGoingOn
    state.lastSearch = kept
    state.stack.returnToSearch(kept)
    return [.endSearch] + Update.follow(schedule, of: subject, in: &state)
  }

  /// The first time, what was found is still shortened; the second time, that ends, too.
  private func stop(in state: inout AppState) -> [Effect] {
    defer { state.explore?.isStopped = true }
    return [isStopped || phase == .shortening ? .haltSearch : .concludeSearch]
  }

  private func leave(in state: inout AppState) -> [Effect] {
    state.stack.pop()
    let isDone = phase == .over && !isStopped
    state.lastSearch = isDone ? self : nil
    return [.endSearch]
  }
}
