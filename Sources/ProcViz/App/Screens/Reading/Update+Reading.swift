extension Update {
  /// Shows all that the panels say, at length.
  static func openReading(in state: inout AppState) -> [Effect] {
    state.tool = .reading(scroll: 0)
    return []
  }

  /// A key while everything is read at length: moving in time and stepping go on as in the run
  /// screen.
  static func pressInReading(_ key: Key, scroll: Int, in state: inout AppState) -> [Effect] {
    guard let run = state.run else { return [] }
    let page = max(1, ReadingView.page(state.size) - 1)
    func show(_ line: Int) {
      let last = ReadingView.lastScroll(of: run, look: state.look, size: state.size)
      state.tool = .reading(scroll: max(0, min(last, line)))
    }
    switch key {
    case .up, .character("k"): show(scroll - 1)
    case .down, .character("j"): show(scroll + 1)
    case .pageUp: show(scroll - page)
    case .pageDown: show(scroll + page)
    case .escape, .enter, .character("q"), .character("e"): state.tool = nil
    case .character("?"): return openHelp(in: &state)
    case .left, .right, .shiftLeft, .shiftRight, .home, .end, .character("["), .character("]"),
      .character("s"), .character(" "):
      return pressInRun(key, in: &state)
    default: break
    }
    return []
  }
}
