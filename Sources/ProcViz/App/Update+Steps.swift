import ProcModel

extension Update {
  /// Space: hold every process at its next operation, or let them go on.
  static func togglePause(in state: inout AppState) -> [Effect] {
    switch state.run?.mode {
    case .running:
      state.run?.mode = .paused
      return [.hold]
    case .paused, .stepping:
      state.run?.mode = .running
      return [.letAllGo]
    case .finished: state.run?.notice = RunTexts.finishedAlready
    case nil: break
    }
    return []
  }

  /// One operation: paused first, if need be; a run that has ended starts again, held from its
  /// first operation on.
  static func step(in state: inout AppState) -> [Effect] {
    guard let run = state.run else { return [] }
    switch run.mode {
    case .running:
      state.run?.mode = .stepping(.gathering)
      return [.hold] + takeStep(in: &state)
    case .paused:
      state.run?.mode = .stepping(.gathering)
      return takeStep(in: &state)
    case .stepping: return []
    case .finished:
      return launch(
        run.scenario, knobs: run.knobs, isHeld: true, notice: RunTexts.fromTheStart, in: &state)
    }
  }

  /// Lets one process go as soon as there is one that can; says so when there cannot be one.
  static func takeStep(in state: inout AppState) -> [Effect] {
    guard let run = state.run, run.mode == .stepping(.gathering) else { return [] }
    let world = run.run.world
    let chosen = world.lanes.indices.contains(run.chosenLane) ? run.chosenLane : nil
    if let chosen, world.lanes[chosen].isUnderWay { return [] }
    if let lane = world.nextToStep(chosen: chosen),
      case .held(let operation) = world.lanes[lane].activity
    {
      state.run?.mode = .stepping(.moving(lane, since: world.lanes[lane].sinceSeq))
      return [.letGo(slot: operation.slot)]
    }
    if !world.lanes.isEmpty, !world.lanes.contains(where: \.isUnderWay) {
      state.run?.mode = .paused
      state.run?.notice = RunTexts.nobodyCanMove
    }
    return []
  }

  /// Sees whether the lane that was let go has come to its next rest.
  static func settleStep(in state: inout AppState) {
    guard let run = state.run, case .stepping(.moving(let lane, let since)) = run.mode else {
      return
    }
    // After the last step the run is as good as finished: another key must not fall in between.
    guard run.run.world.end == nil else { return }
    let now = run.run.world.lanes[lane]
    if now.sinceSeq != since, !now.isUnderWay { state.run?.mode = .paused }
  }
}

extension LaneState {
  /// Whether it runs, and will come to its next gate by itself.
  var isUnderWay: Bool { activity == .running || activity == .starting }
}
