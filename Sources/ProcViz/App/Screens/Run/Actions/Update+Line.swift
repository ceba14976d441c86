import ProcModel

extension Update {
  /// Opens the line in which the user types for the program.
  static func openLine(in state: inout AppState) -> [Effect] {
    guard let run = state.run else { return [] }
    let lane = run.inputLane
    if run.mode == .finished {
      state.run?.notice = RunTexts.finishedAlready
    } else if run.isControlled, lane == nil {
      // A line typed ahead would be no part of the schedule.
      state.run?.notice = StepTexts.nobodyReads
    } else {
      state.run?.typing = LineEditor(purpose: .input)
      state.run?.typingLane = lane.flatMap { run.run.world.lanes[$0].isHeldBeforeInput ? $0 : nil }
    }
    return []
  }

  /// Enter without a line being typed: an empty line, where a process waits for one.
  static func pressEnter(in state: inout AppState) -> [Effect] {
    guard let run = state.run, run.replay == nil, let lane = run.inputLane else { return [] }
    if run.run.world.lanes[lane].isHeldBeforeInput { state.run?.typingLane = lane }
    return enter("", in: &state)
  }

  /// A key while a line is typed.
  static func pressInLine(_ key: Key, in state: inout AppState) -> [Effect] {
    guard let line = state.run?.typing else { return [] }
    if line.purpose == .find { return pressInFind(key, line, in: &state) }
    switch key {
    case .escape:
      state.run?.typing = nil
      state.run?.typingLane = nil
    case .enter: return enter(line.text, in: &state)
    default: state.run?.typing?.edit(key)
    }
    return []
  }

  /// Hands a line over; whoever is held before it reads moves with it.
  private static func enter(_ line: String, in state: inout AppState) -> [Effect] {
    let lane = state.run?.typingLane
    state.run?.typing = nil
    state.run?.typingLane = nil
    guard let lane else { return [.type(line)] }
    guard state.run?.mode == .paused else { return [] }
    return state.run?.move(lane, line: line) ?? []
  }
}
