extension World {
  /// A lane is held before an operation. It keeps its place in a line.
  mutating func applyGate(_ event: Event, _ change: inout WorldChange) {
    guard let lane = change.actor else { return }
    let pending = PendingOperation(event)
    setActivity(lane, .held(pending))
    guard !lanes[lane].hasEnded else { return }
    change.mayBlock = isHeldInVain(pending, by: lane)
    // Held again before the same operation: it was let go in vain, and waits from now on.
    lanes[lane].since = now
    lanes[lane].sinceSeq = eventCount
  }
}
