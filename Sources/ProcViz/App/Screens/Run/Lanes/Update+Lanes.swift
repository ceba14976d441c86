import ProcModel

extension Update {
  /// Enter in the run screen: opens or closes the chosen row, else hands an empty line over.
  static func pressEnterInRun(in state: inout AppState) -> [Effect] {
    guard let world = state.run?.run.world, state.run?.arrangement.toggleRow(in: world) == true
    else { return pressEnter(in: &state) }
    state.run?.keepChosenLaneVisible(size: state.size)
    return []
  }
}
