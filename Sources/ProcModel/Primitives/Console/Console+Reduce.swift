extension World {
  /// Input, output and notes.
  mutating func applyConsole(_ kind: ConsoleEvent, _ event: Event, _ change: inout WorldChange) {
    guard let lane = change.actor, !event.isObserved else { return }
    switch kind {
    case .inputWait: setActivity(lane, .blocked(.input))
    case .inputRead, .output, .note: resume(lane)
    }
  }
}
