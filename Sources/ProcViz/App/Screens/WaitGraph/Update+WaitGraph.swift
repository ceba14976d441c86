extension Update {
  /// Shows who waits for whom.
  static func openWaitGraph(in state: inout AppState) -> [Effect] {
    guard state.run != nil else { return [] }
    state.tool = .waiting(scroll: 0)
    return []
  }

  /// A key in the wait-for graph: moving in time and stepping go on as in the run screen.
  static func pressInWaitGraph(_ key: Key, scroll: Int, in state: inout AppState) -> [Effect] {
    guard let run = state.run else { return [] }
    switch key {
    case .up, .character("k"): state.tool = .waiting(scroll: max(0, scroll - 1))
    case .down, .character("j"):
      let last = WaitGraphView.lastScroll(of: run, size: state.size)
      state.tool = .waiting(scroll: min(last, scroll + 1))
    case .escape, .character("q"), .character("w"): state.tool = nil
    case .character("?"): return openHelp(in: &state)
    case .left, .right, .shiftLeft, .shiftRight, .home, .end, .pageUp, .pageDown,
      .character("["), .character("]"), .character("s"), .character(" "):
      return pressInRun(key, in: &state)
    default: break
    }
    return []
  }
}
