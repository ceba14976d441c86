import ProcModel

extension Update {
  /// Opens the line in which the user types for the program.
  static func openLine(in state: inout AppState) -> [Effect] {
    guard let run = state.run else { return [] }
    if run.mode == .finished {
      state.run?.notice = RunTexts.finishedAlready
    } else {
      state.run?.typing = ""
    }
    return []
  }

  /// Enter without a line being typed: an empty line, where a process waits for one.
  static func pressEnter(in state: inout AppState) -> [Effect] {
    guard let run = state.run, run.inputLane != nil else { return [] }
    return [.type("")]
  }

  /// A key while a line is typed.
  static func pressInLine(_ key: Key, in state: inout AppState) -> [Effect] {
    guard let line = state.run?.typing else { return [] }
    switch key {
    case .character(let sign) where line.utf8.count < 1000:
      state.run?.typing = line + String(sign)
    case .backspace, .delete: state.run?.typing = String(line.dropLast())
    case .escape: state.run?.typing = nil
    case .enter:
      state.run?.typing = nil
      return [.type(line)]
    default: break
    }
    return []
  }
}
