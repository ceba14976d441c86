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
    guard let guide = run.guideBack else {
      state.run?.notice = StepTexts.nothingToTakeBack
      return []
    }
    let effects = launch(run.subject, isHeld: true, guide: guide, in: &state)
    state.run?.plan = run.plan
    return effects
  }
}

extension RunState {
  /// What leads to the moment before the last step; nil where there has been none.
  fileprivate var guideBack: Guide? {
    if mode == .following, let guide {
      let purpose = guide.purpose == .nearStepBack ? guide.purpose : .stepBack
      return Guide(purpose, back: guide.schedule)
    }
    if isControlled {
      // A step that has not come to its end yet is taken back by itself.
      if case .stepping(.moving) = mode { return Guide(.stepBack, controller.schedule) }
      let steps = controller.steps
      return steps.isEmpty ? nil : Guide(.stepBack, Schedule(steps: steps.dropLast()))
    }
    return Guide(.nearStepBack, back: Schedule(retracing: run))
  }
}

extension Guide {
  /// Drives through `schedule` without its last move; nil where it has none.
  fileprivate init?(_ purpose: Purpose, back schedule: Schedule) {
    guard !schedule.moves.isEmpty else { return nil }
    self.init(purpose, schedule.prefix(schedule.moves.count - 1))
  }
}
