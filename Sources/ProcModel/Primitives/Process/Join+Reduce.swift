extension World {
  /// Somebody waits for a child's end, or asks whether it is alive.
  mutating func applyJoin(_ kind: ProcessEvent, _ event: Event, _ change: inout WorldChange) {
    guard let lane = change.actor else { return }
    change.subject = laneOfProcess[event.object]
    guard kind == .joinWait else { return resume(lane) }
    setActivity(lane, .blocked(.join(event.object)), limit: event.timeLimit)
    change.mayBlock = true
  }
}
