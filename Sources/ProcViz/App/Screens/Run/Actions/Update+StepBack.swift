extension Update {
  /// Takes the last step back: the run starts again, and is driven through the steps before it.
  static func stepBack(in state: inout AppState) -> [Effect] {
    guard let run = state.run else { return [] }
    guard run.steering.mode != .running else {
      state.run?.notice = StepTexts.pauseFirst
      return []
    }
    guard let scheduleReplay = run.steering.replayBack else {
      state.run?.notice = StepTexts.nothingToTakeBack
      return []
    }
    let effects = launch(run.subject, isHeld: true, scheduleReplay: scheduleReplay, in: &state)
    state.run?.steering.plan = run.steering.plan
    return effects
  }
}
