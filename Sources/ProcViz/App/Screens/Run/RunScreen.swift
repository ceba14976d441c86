import ProcModel

/// The run screen: what it shows is the run, which goes on below other screens, too.
struct RunScreen: Screen {
  func perform(_ action: RunAction, in state: inout AppState) -> [Effect] {
    state.run?.notice = nil
    if let replay = state.run?.replay,
      let reason = action.refusal(of: replay, state.run?.scenario)
    {
      return Update.refuse(reason, in: &state)
    }
    switch action {
    case .look(let action):
      state.run?.perform(action, size: state.size)
      return []
    case .find(let action): return Update.perform(action, in: &state)
    case .arrange(let action):
      state.run?.perform(action, size: state.size)
      return []
    case .steer(let action): return Update.perform(action, in: &state)
    case .again(let action): return Update.perform(action, in: &state)
    case .play(let action): return Update.perform(action, in: &state)
    case .open(let action): return Update.perform(action, in: &state)
    case .present: return Update.goToPresent(in: &state)
    case .enter: return Update.pressEnterInRun(in: &state)
    case .record: return Update.record(in: &state)
    case .back: return Update.leaveRun(in: &state)
    }
  }

  func press(_ key: Key, in state: inout AppState) -> [Effect] {
    Self.press(key, on: self, in: &state)
  }

  /// Takes a key on a screen that tells what there is to tell of the run: another language tells the
  /// same notice, any other key takes it away.
  static func press<S: Screen>(_ key: Key, on screen: S, in state: inout AppState) -> [Effect] {
    let action = S.action(for: key, in: state)
    let common = action == nil ? KeyTable.common(key) : nil
    if common != .language { state.run?.notice = nil }
    if let action { return screen.perform(action, in: &state) }
    return common.map { Update.perform($0, in: &state) } ?? []
  }

  func use(_ mouse: MouseAction, in state: inout AppState) -> [Effect] {
    Update.useInRun(mouse, in: &state)
  }

  func frame(of state: AppState, bar: [BarView.Item]) -> Frame {
    guard let run = state.run else { return Frame(size: state.size) }
    return RunView.frame(of: run, look: state.look, size: state.size, bar: bar)
  }
}
