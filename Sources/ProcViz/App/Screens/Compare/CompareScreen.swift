extension CompareState: Screen {
  func perform(_ action: CompareAction, in state: inout AppState) -> [Effect] {
    let size = state.size
    switch action {
    case .back:
      state.stack.pop()
      return [.endSearch]
    case .again: return Update.openComparison(in: &state)
    case .moveBack: state.compare?.look(by: -1)
    case .moveForth: state.compare?.look(by: 1)
    case .tenBack: state.compare?.look(by: -10)
    case .tenForth: state.compare?.look(by: 10)
    case .start: state.compare?.look(by: -column)
    case .end: state.compare?.look(by: pair?.width ?? 0)
    case .parting: state.compare?.lookAtParting(size: size)
    case .up: state.compare?.scroll(by: -1, size: size)
    case .down: state.compare?.scroll(by: 1, size: size)
    }
    return []
  }

  /// A press goes to a column, the wheel through them.
  func use(_ mouse: MouseAction, in state: inout AppState) -> [Effect] {
    switch mouse {
    case .wheelUp: state.compare?.look(by: -1)
    case .wheelDown: state.compare?.look(by: 1)
    case .press(let place):
      guard let pair,
        let pressed = CompareLayout(of: self, pair, size: state.size).column(at: place)
      else { return [] }
      state.compare?.look(by: pressed - column)
    }
    return []
  }

  func frame(of state: AppState, bar: [BarView.Item]) -> Frame {
    CompareView.frame(of: self, look: state.look, size: state.size, bar: bar)
  }
}
