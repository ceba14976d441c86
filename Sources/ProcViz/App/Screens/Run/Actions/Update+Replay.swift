import ProcLessons
import ProcModel

/// A recording, or a run elsewhere, on the screen.
extension Update {
  /// Opens a recording.
  ///
  /// - Parameters:
  ///   - speed: how fast it is played; nil: it is there at once.
  ///   - ahead: how many events are there at once all the same.
  static func open(
    _ header: RecordingHeader, path: String, isStream: Bool, speed: Double?, ahead: Int = 0,
    notice: Localized? = nil, in state: inout AppState
  ) -> [Effect] {
    state.runCount += 1
    let subject = Subject(recorded: header.subject)
    var run = RunState(number: state.runCount, subject: subject)
    run.replay = ReplayState(header: header, path: path, isStream: isStream, speed: speed)
    if let old = state.run, old.replay?.path == path {
      run.arrangement = LaneArrangement(
        again: old.arrangement, count: old.run.world.lanes.count)
    }
    run.notice = notice
    state.stack.showRun(keepsSearch: state.run?.subject == subject)
    state.run = run
    state.choose(subject)
    return [
      .open(
        Replaying(
          run: run.number, path: path, isStream: isStream, speed: speed, ahead: ahead))
    ]
  }

  /// Plays the recording that is shown.
  static func perform(_ action: PlayAction, in state: inout AppState) -> [Effect] {
    guard let replay = state.run?.replay else { return [] }
    switch action {
    case .toggle: return togglePlay(replay, in: &state)
    case .fromStart: return playAgain(replay, in: &state)
    case .faster: return changePlaySpeed(2, replay, in: &state)
    case .slower: return changePlaySpeed(0.5, replay, in: &state)
    }
  }

  /// Space: stands still, or goes on; once it is all there, it is played from the moment that is
  /// looked at.
  private static func togglePlay(_ replay: ReplayState, in state: inout AppState) -> [Effect] {
    guard !replay.isStream else { return refuse(ReplayTexts.cannotHold, in: &state) }
    switch state.run?.steering.mode {
    case .paused:
      state.run?.steering.mode = .running
      state.run?.viewpoint.followPresent()
      return [.play(.goOn)]
    case .running where replay.speed != nil:
      state.run?.steering.mode = .paused
      return [.play(.pause)]
    case .finished:
      let ahead = state.run?.viewpoint.past?.count ?? 0
      return open(
        replay.header, path: replay.path, isStream: false, speed: replay.speed ?? 1, ahead: ahead,
        in: &state)
    default: return []
    }
  }

  private static func playAgain(_ replay: ReplayState, in state: inout AppState) -> [Effect] {
    guard !replay.isStream else { return refuse(ReplayTexts.onlyOnce, in: &state) }
    return open(
      replay.header, path: replay.path, isStream: false, speed: replay.speed ?? 1, in: &state)
  }

  private static func changePlaySpeed(
    _ factor: Double, _ replay: ReplayState, in state: inout AppState
  ) -> [Effect] {
    guard let speed = replay.speed, state.run?.steering.mode != .finished else {
      return refuse(replay.isStream ? ReplayTexts.cannotHold : ReplayTexts.notPlaying, in: &state)
    }
    let wanted = min(
      max(speed * factor, ReplayState.speeds.lowerBound), ReplayState.speeds.upperBound)
    guard wanted != speed else { return refuse(RunTexts.noFasterSpeed, in: &state) }
    state.run?.replay?.speed = wanted
    return [.play(.speed(wanted))]
  }

  /// End, while a recording is played: all the rest of it at once.
  static func skipToEnd(in state: inout AppState) -> [Effect]? {
    guard let run = state.run, let replay = run.replay, replay.speed != nil, !run.isFinished else {
      return nil
    }
    state.run?.replay?.speed = nil
    state.run?.steering.mode = .running
    state.run?.viewpoint.followPresent()
    return [.play(.atOnce)]
  }

  /// A recording has been read to its end.
  static func end(_ ending: ReplayEnding, of run: Int, in state: inout AppState) {
    guard state.run?.number == run, let replay = state.run?.replay else { return }
    state.run?.replay?.ending = ending
    state.run?.replay?.progress = nil
    if case .complete(let closing) = ending.ending {
      state.run?.channel.malformed = ending.damage + closing.malformed
      if case .failed(let reason?) = closing.end, state.run?.run.world.mainLane == nil {
        state.run?.failure = Localized(
          zh: Sanitizer.line(reason.zh), en: Sanitizer.line(reason.en))
      }
    } else {
      state.run?.notice =
        replay.isStream ? ReplayTexts.streamEnded : ReplayTexts.cutOff(replay.path)
    }
  }
}

extension AppState {
  /// Chooses in the menu what runs.
  mutating func choose(_ subject: Subject) {
    guard let id = subject.scenario?.id else { return }
    chosenScenario = scenarios.firstIndex { $0.id == id } ?? chosenScenario
  }
}
