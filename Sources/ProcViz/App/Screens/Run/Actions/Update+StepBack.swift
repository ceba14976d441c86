import ProcModel
import ProcSchedule

extension Update {
  /// Takes the last step back: the run starts again, and is driven through the steps before it.
  static func stepBack(in state: inout AppState) -> [Effect] {
    guard let run = state.run else { return [] }
    guard run.mode != .running else {
      state.run?.notice = StepTexts.pauseFirst
      return []
    }
    guard let scheduleReplay = run.replayBack else {
      state.run?.notice = StepTexts.nothingToTakeBack
      return []
    }
    let effects = launch(run.subject, isHeld: true, scheduleReplay: scheduleReplay, in: &state)
    state.run?.plan = run.plan
    return effects
  }
}

extension RunState {
  /// What leads to the moment before the last step; nil where there has been none.
  fileprivate var replayBack: ScheduleReplay? {
    if mode == .following, let scheduleReplay {
      let purpose = scheduleReplay.purpose == .nearStepBack ? scheduleReplay.purpose : .stepBack
      return ScheduleReplay(purpose, back: scheduleReplay.schedule)
    }
    if isControlled {
      // A step that has not come to its end yet is taken back by itself.
      if case .stepping(.moving) = mode { return ScheduleReplay(.stepBack, controller.schedule) }
      let steps = controller.steps
      return steps.isEmpty ? nil : ScheduleReplay(.stepBack, Schedule(steps: steps.dropLast()))
    }
    return ScheduleReplay(.nearStepBack, back: Schedule(retracing: run))
  }
}

extension ScheduleReplay {
  /// Drives through `schedule` without its last move; nil where it has none.
  fileprivate init?(_ purpose: Purpose, back schedule: Schedule) {
    guard !schedule.moves.isEmpty else { return nil }
    self.init(purpose, schedule.prefix(schedule.moves.count - 1))
  }
}
