import ProcModel
import ProcSchedule

extension Update {
  /// Holds processes, or lets them move.
  static func perform(_ action: SteerAction, in state: inout AppState) -> [Effect] {
    switch action {
    case .pause, .goOn: togglePause(in: &state)
    case .step: step(in: &state)
    case .stepBack: stepBack(in: &state)
    case .input: openLine(in: &state)
    case .move(let row): stepNumbered(row, in: &state)
    }
  }

  /// Space: hold every process at its next operation, or let them go on.
  static func togglePause(in state: inout AppState) -> [Effect] {
    switch state.run?.steering.mode {
    case .running:
      state.run?.steering.mode = .paused
      return [.hold]
    case .paused, .stepping, .following:
      state.run?.steering.release()
      return [.letAllGo]
    case .finished: state.run?.notice = RunTexts.finishedAlready
    case nil: break
    }
    return []
  }

  /// One operation: paused first, if need be; a run that has ended starts again, held from its
  /// first operation on.
  ///
  /// - Parameter lane: whose; nil: that of the chosen lane if it can move, else that of another.
  static func step(_ lane: LaneIndex? = nil, in state: inout AppState) -> [Effect] {
    switch state.run?.steering.mode {
    case .running:
      state.run?.steering.mode = .stepping(.gathering(lane))
      return [.hold] + takeStep(in: &state)
    case .paused:
      state.run?.steering.mode = .stepping(.gathering(lane))
      return takeStep(in: &state)
    case .finished:
      guard let subject = state.run?.subject else { return [] }
      return launch(subject, isHeld: true, notice: RunTexts.fromTheStart, in: &state)
    case .stepping, .following, nil: return []
    }
  }

  /// A digit: the lane of that number moves at once.
  static func stepNumbered(_ number: Int, in state: inout AppState) -> [Effect] {
    guard let run = state.run else { return [] }
    guard run.isHeld else {
      state.run?.notice = StepTexts.digitsWhenPaused
      return []
    }
    guard let lane = run.laneOrder.lane(inRow: number - 1) else {
      state.run?.notice = StepTexts.noLane(number)
      return []
    }
    state.run?.arrangement.chosen = lane
    state.run?.keepChosenLaneVisible(size: state.size)
    return step(lane, in: &state)
  }

  /// Lets one process go as soon as there is one that can; says so when there cannot be one.
  static func takeStep(in state: inout AppState) -> [Effect] {
    state.run?.takeStep() ?? []
  }
}
