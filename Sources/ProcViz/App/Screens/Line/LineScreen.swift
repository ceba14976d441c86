import ProcModel

/// The run screen while a line is typed: all keys go into the line. It lies on no stack: it is there
/// as long as the run has a line (``RunState/typing``).
struct LineScreen: Screen {
  func press(_ key: Key, in state: inout AppState) -> [Effect] {
    if let action = Self.action(for: key, in: state) { return perform(action, in: &state) }
    guard case .character(let sign) = key else { return [] }
    state.run?.typing?.insert(sign)
    lookForTyped(in: &state)
    return []
  }

  func perform(_ action: LineAction, in state: inout AppState) -> [Effect] {
    guard let line = state.run?.typing else { return [] }
    switch action {
    case .send: return send(line, in: &state)
    case .jump: jump(line, in: &state)
    case .last:
      let last = state.run?.find.last
      state.run?.typing?.text = last ?? line.text
      lookForTyped(in: &state)
    case .erase:
      state.run?.typing?.erase()
      lookForTyped(in: &state)
    case .cancel:
      state.run?.typing = nil
      if line.purpose == .find { state.run?.find.search = nil }
    }
    return []
  }

  func use(_ mouse: MouseAction, in state: inout AppState) -> [Effect] {
    Update.useInRun(mouse, in: &state)
  }

  func frame(of state: AppState, bar: [BarView.Item]) -> Frame {
    guard let run = state.run else { return Frame(size: state.size) }
    return RunView.frame(of: run, look: state.look, size: state.size, bar: bar)
  }

  private func send(_ line: LineEditor, in state: inout AppState) -> [Effect] {
    guard case .input(let lane) = line.purpose else { return [] }
    return Update.enter(line.text, for: lane, in: &state)
  }

  /// Goes to the next hit; an empty line repeats what was looked for last.
  private func jump(_ line: LineEditor, in state: inout AppState) {
    state.run?.typing = nil
    if line.text.isEmpty, let last = state.run?.find.last { state.run?.look(for: last) }
    state.run?.jumpToHit(.next, size: state.size)
  }

  /// What is found is shown at once.
  private func lookForTyped(in state: inout AppState) {
    guard let line = state.run?.typing, line.purpose == .find else { return }
    state.run?.look(for: line.text)
  }
}
