extension World {
  /// Sleep, input, output and notes.
  mutating func applyOther(_ event: Event, _ effect: inout Effect) {
    guard let lane = effect.actor, !event.isObserved else { return }
    switch event.kind {
    case .sleepBegin:
      let duration = UInt64(max(event.value, 0))
      let (until, isTooLong) = event.time.addingReportingOverflow(duration)
      setActivity(lane, .sleeping(until: isTooLong ? .max : until))
    case .inputWait: setActivity(lane, .blocked(.input))
    default: resume(lane)
    }
  }

  /// A lane is held before an operation. It keeps its place in a line.
  mutating func applyGate(_ event: Event, _ effect: inout Effect) {
    guard let lane = effect.actor else { return }
    let pending = PendingOperation(event)
    setActivity(lane, .held(pending))
    guard !lanes[lane].hasEnded else { return }
    effect.mayBlock = isHeldInVain(pending, by: lane)
    // Held again before the same operation: it was let go in vain, and waits from now on.
    lanes[lane].since = now
    lanes[lane].sinceSeq = eventCount
  }
}
