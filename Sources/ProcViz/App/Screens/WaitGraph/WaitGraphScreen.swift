import ProcModel

/// Who waits for whom: moving in time and stepping go on as in the run screen.
struct WaitGraphScreen: Screen {
  /// The first line shown.
  var scroll = 0

  func press(_ key: Key, in state: inout AppState) -> [Effect] {
    RunScreen.press(key, on: self, in: &state)
  }

  func perform(_ action: WaitGraphAction, in state: inout AppState) -> [Effect] {
    switch action {
    case .up: show(scroll - 1, in: &state)
    case .down: show(scroll + 1, in: &state)
    case .back: state.stack.pop()
    case .run(let action): return RunScreen().perform(action, in: &state)
    }
    return []
  }

  func use(_ mouse: MouseAction, in state: inout AppState) -> [Effect] {
    switch mouse {
    case .wheelUp: perform(.up, in: &state)
    case .wheelDown: perform(.down, in: &state)
    case .press: []
    }
  }

  func frame(of state: AppState, bar: [BarView.Item]) -> Frame {
    guard let run = state.run else { return Frame(size: state.size) }
    var frame = WaitGraphView.frame(
      of: run, scroll: scroll, look: state.look, size: state.size, bar: bar)
    // What keys of the run say is told here, too.
    if let notice = run.notice {
      BarView.notice(state.look(notice), row: state.size.rows - 1, in: &frame)
    }
    return frame
  }

  private func show(_ line: Int, in state: inout AppState) {
    guard let run = state.run else { return }
    let last = WaitGraphView.lastScroll(of: run, size: state.size)
    state.stack.top = .waitGraph(WaitGraphScreen(scroll: max(0, min(last, line))))
  }
}

extension Update {
  /// Shows who waits for whom.
  static func openWaitGraph(in state: inout AppState) -> [Effect] {
    guard state.run != nil else { return [] }
    state.stack.push(.waitGraph(WaitGraphScreen()))
    return []
  }
}
