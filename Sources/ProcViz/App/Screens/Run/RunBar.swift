import ProcLessons

extension RunScreen {
  func bar(_ state: AppState) -> [BarKey<RunAction>] {
    guard let run = state.run else { return [] }
    if let replay = run.replay { return played(replay) + leaving + later }
    let space: [BarKey<RunAction>] =
      run.isFinished ? [] : [.own(run.isHeld ? .steer(.goOn) : .steer(.pause))]
    let step: [BarKey<RunAction>] = [.own(.steer(.step))]
    return space + step + (run.isHeld ? held(run) + leaving + again(run) : again(run) + leaving)
      + further(run) + later
  }

  private func played(_ replay: ReplayState) -> [BarKey<RunAction>] {
    if replay.isStream { return [.own(.open(.waitGraph))] }
    return [
      .own(.play(.toggle)), .own(.play(.faster)), .own(.play(.fromStart)), .own(.open(.waitGraph)),
    ]
  }

  private func held(_ run: RunState) -> [BarKey<RunAction>] {
    [.own(.steer(.move(1))), .own(.steer(.stepBack))]
      + (run.steering.isControlled ? [.own(.open(.schedule))] : [])
  }

  private func again(_ run: RunState) -> [BarKey<RunAction>] {
    (run.hasLockKnob ? [.own(.again(.lock))] : []) + [.own(.open(.explore)), .own(.again(.same))]
      + (run.scenario != nil ? [.own(.open(.knobs))] : [])
  }

  private func further(_ run: RunState) -> [BarKey<RunAction>] {
    (run.hasLockKnob ? [.own(.open(.compare))] : []) + [.own(.open(.waitGraph))]
      + (run.knobs["start-method"].isEmpty ? [] : [.own(.again(.startMethod))])
      // While events are looked for, n is another key.
      + (run.find.search == nil ? [.own(.again(.nextScenario))] : [])
  }

  private var leaving: [BarKey<RunAction>] { [.common(.help), .own(.back)] }

  private var later: [BarKey<RunAction>] {
    [
      .own(.look(.eventBack)), .own(.look(.zoomIn)), .own(.record), .common(.language),
      .own(.find(.open)),
    ]
  }
}
