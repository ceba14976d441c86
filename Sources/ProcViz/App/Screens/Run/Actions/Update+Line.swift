import ProcModel

extension Update {
  /// Opens the line in which the user types for the program.
  static func openLine(in state: inout AppState) -> [Effect] {
    guard let run = state.run else { return [] }
    let lane = run.inputLane
    if run.isFinished {
      state.run?.notice = RunTexts.finishedAlready
    } else if run.steering.isControlled, lane == nil {
      // A line typed ahead would be no part of the schedule.
      state.run?.notice = StepTexts.nobodyReads
    } else {
      state.run?.typing = LineEditor(purpose: .input(lane.flatMap { run.heldBeforeInput($0) }))
    }
    return []
  }

  /// Enter without a line being typed: an empty line, where a process waits for one.
  static func pressEnter(in state: inout AppState) -> [Effect] {
    guard let run = state.run, run.replay == nil, let lane = run.inputLane else {
      state.run?.notice = RunTexts.nothingToOpen
      return []
    }
    return enter("", for: run.heldBeforeInput(lane), in: &state)
  }

  /// Hands a line over; the lane moves with it that is held before it reads.
  static func enter(_ line: String, for lane: LaneIndex?, in state: inout AppState) -> [Effect] {
    state.run?.typing = nil
    guard let lane else { return [.type(line)] }
    guard state.run?.steering.mode == .paused else { return [] }
    return state.run?.move(lane, line: line) ?? []
  }
}
