extension Update {
  /// Shows the schedule of the run so far, and hands it to the terminal's clipboard.
  static func openSchedule(in state: inout AppState) -> [Effect] {
    guard let run = state.run else { return [] }
    guard run.isControlled else {
      state.run?.notice = StepTexts.noSchedule
      return []
    }
    state.overlay = .schedule
    return [.copy(run.scheduleCommand)]
  }

  /// A key while the schedule is shown.
  static func pressInSchedule(_ key: Key, in state: inout AppState) -> [Effect] {
    switch key {
    case .escape, .enter, .character("q"), .character("y"): state.overlay = nil
    case .character("?"): return openHelp(in: &state)
    default: break
    }
    return []
  }
}
