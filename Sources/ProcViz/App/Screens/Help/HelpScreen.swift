/// Help: the keys of the screen that it was opened from first, then all others.
struct HelpScreen: Screen {
  /// The first line shown.
  var scroll = 0

  func perform(_ action: HelpAction, in state: inout AppState) -> [Effect] {
    let page = HelpView.page(size: state.size)
    let last = HelpView.lastScroll(of: state)
    switch action {
    case .up: show(scroll - 1, last, in: &state)
    case .down: show(scroll + 1, last, in: &state)
    case .pageUp: show(scroll - page, last, in: &state)
    case .pageDown: show(scroll + page, last, in: &state)
    case .start: show(0, last, in: &state)
    case .end: show(last, last, in: &state)
    case .back: state.stack.pop()
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
    HelpView.frame(of: state, scroll: scroll, bar: bar)
  }

  private func show(_ line: Int, _ last: Int, in state: inout AppState) {
    state.stack.top = .help(HelpScreen(scroll: max(0, min(last, line))))
  }
}
