import ProcModel

extension Update {
  /// Looks for events.
  static func perform(_ action: FindAction, in state: inout AppState) -> [Effect] {
    switch action {
    case .open: state.run?.typing = LineEditor(purpose: .find)
    case .next: state.run?.jumpToHit(.next, size: state.size)
    case .previous: state.run?.jumpToHit(.previous, size: state.size)
    case .end: state.run?.find.search = nil
    }
    return []
  }
}

/// Looking for events.
extension RunState {
  /// Begins to look for the words in a text.
  mutating func look(for text: String) { find.look(for: text, from: moment, in: run) }

  /// Looks at some more events, and makes the jump that had to wait for that.
  mutating func findOn(size: Size) {
    guard isFinding || find.search?.jump != nil else { return }
    find.lookOn(in: run)
    if let jump = find.search?.jump { jumpToHit(jump, size: size) }
  }

  /// Whether there are events that were not looked at yet.
  var isFinding: Bool { find.isUnderWay(run.trace.count) }

  /// Goes to the next or previous hit, as soon as it is known.
  mutating func jumpToHit(_ direction: EventSearch.Direction, size: Size) {
    guard let seq = find.jump(direction, from: moment, of: run.trace.count) else { return }
    look(atCount: seq + 1, size: size)
  }
}
