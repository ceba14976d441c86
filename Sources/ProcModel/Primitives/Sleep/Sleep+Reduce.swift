extension World {
  /// A lane falls asleep, and wakes up.
  mutating func applySleep(_ kind: SleepEvent, _ event: Event, _ change: inout WorldChange) {
    guard let lane = change.actor, !event.isObserved else { return }
    switch kind {
    case .begin:
      let duration = UInt64(max(event.value, 0))
      let (until, isTooLong) = event.time.addingReportingOverflow(duration)
      setActivity(lane, .sleeping(until: isTooLong ? .max : until))
    case .end: resume(lane)
    }
  }
}
