extension Update {
  /// Shows the schedule of the run so far, and hands it to the terminal's clipboard.
  static func openSchedule(in state: inout AppState) -> [Effect] {
    guard let run = state.run else { return [] }
    guard let command = run.scheduleCommand else {
      state.run?.notice = run.replay == nil ? StepTexts.noSchedule : ReplayTexts.noSchedule
      return []
    }
    state.overlay = .schedule
    return [.copy(command)]
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
