import ProcLessons
import ProcModel
import ProcSchedule

/// How the interface changes: every message makes a new state, and effects to be carried out.
enum Update {
  /// Takes one message.
  ///
  /// - Returns: what is to be done outside, in order.
  static func apply(_ message: Message, to state: inout AppState) -> [Effect] {
    let effects = take(message, in: &state)
    // Whoever has to type sees the line.
    if state.run?.typing != nil { state.stack.returnToTypingLine() }
    return effects
  }

  private static func take(_ message: Message, in state: inout AppState) -> [Effect] {
    switch message {
    case .key(let key): return press(key, in: &state)
    case .mouse(let action): return use(action, in: &state)
    case .resized(let size):
      state.size = size
      state.run?.keepChosenLaneVisible(size: size)
      return [.redraw]
    case .tick(let now):
      state.run?.findOn(size: state.size)
      state.run?.clock.note(now)
      return []
    case .events(let run, let batch): return take(batch, of: run, in: &state)
    case .read(let run, let ending):
      end(ending, of: run, in: &state)
      return []
    case .recording(let run, let news):
      take(news, of: run, in: &state)
      return []
    case .ended(let run): return end(run, in: &state)
    case .failed(let run, let reason):
      guard state.run?.number == run else { return [] }
      state.run?.fail(reason)
      return []
    case .explored(let search, let progress): return take(progress, of: search, in: &state)
    case .compared(let comparison, let progress):
      take(progress, of: comparison, in: &state)
      return []
    case .searchFailed(let number, let reason):
      failSearch(number, reason, in: &state)
      return []
    case .signal(let signal): return react(to: signal)
    }
  }

  private static func press(_ key: Key, in state: inout AppState) -> [Effect] {
    state.top.screen.press(key, in: &state)
  }

  private static func use(_ action: MouseAction, in state: inout AppState) -> [Effect] {
    state.top.screen.use(action, in: &state)
  }

  /// Does what a key asks for that is the same on every screen.
  static func perform(_ action: KeyTable.CommonAction, in state: inout AppState) -> [Effect] {
    switch action {
    case .language: state.language = state.language.other
    case .help: state.stack.push(.help(HelpScreen()))
    }
    return []
  }

  private static func react(to signal: Signal) -> [Effect] {
    switch signal {
    case .interrupt, .terminate, .hangUp: [.stop, .endSearch, .quit(signal)]
    case .stop: [.suspend]
    case .goOn: [.redraw]
    }
  }

  /// Starts a run of `scenario` and shows it.
  static func launch(
    _ scenario: Scenario, knobs: KnobValues, notice: Localized? = nil, in state: inout AppState
  ) -> [Effect] {
    let choice = ScenarioChoice(scenario: scenario, knobs: knobs)
    return launch(.scenario(choice), notice: notice, in: &state)
  }

  /// Starts a run of `subject`, shows it, and drives it through `schedule`; at its end, the run stays
  /// paused.
  static func launch(_ subject: Subject, schedule: Schedule, in state: inout AppState) -> [Effect] {
    launch(subject, isHeld: true, scheduleReplay: ScheduleReplay(.given, schedule), in: &state)
  }

  /// Starts a run and shows it.
  ///
  /// - Parameters:
  ///   - isHeld: whether every process is held from its first operation on.
  ///   - scheduleReplay: what it is driven through; then it must be held.
  ///   - notice: what is told until the next key.
  static func launch(
    _ subject: Subject, isHeld: Bool = false, scheduleReplay: ScheduleReplay? = nil,
    notice: Localized? = nil,
    in state: inout AppState
  ) -> [Effect] {
    state.runCount += 1
    var run = RunState(
      number: state.runCount, subject: subject, isHeld: isHeld, scheduleReplay: scheduleReplay)
    if let old = state.run, old.subject.hasSameLanes(as: subject) {
      run.arrangement = LaneArrangement(
        again: old.arrangement, count: old.run.world.lanes.count)
    }
    run.notice = notice ?? scheduleReplay?.notice
    state.stack.showRun(keepsSearch: state.run?.subject == subject)
    state.run = run
    state.choose(subject)
    return [.launch(Launching(run: run.number, subject: subject, isHeld: isHeld))]
  }
}
