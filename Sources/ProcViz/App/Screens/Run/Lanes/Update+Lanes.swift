extension Update {
  /// A key that arranges the lanes.
  static func arrange(_ sign: Character, in state: inout AppState) -> [Effect] {
    switch sign {
    case "F": state.run?.toggleFold()
    case "g": state.run?.toggleGroups()
    case "O": state.run?.toggleRank()
    default: return []
    }
    state.run?.keepChosenLaneVisible(size: state.size)
    return []
  }

  /// Enter in the run screen: opens or closes the chosen row, else hands an empty line over.
  static func pressEnterInRun(in state: inout AppState) -> [Effect] {
    guard state.run?.toggleRow() == true else { return pressEnter(in: &state) }
    state.run?.keepChosenLaneVisible(size: state.size)
    return []
  }
}
