extension World {
  /// Semaphores, conditions, events and barriers.
  mutating func applyCoordination(_ event: Event, _ effect: inout Effect) {
    guard let lane = effect.actor else { return }
    switch event.kind {
    case .semaphoreWait, .semaphoreAcquire, .semaphoreRelease, .semaphoreTimeout:
      applySemaphore(event, lane, &effect)
    case .eventWait, .eventWake, .eventSet, .eventClear, .eventPoll, .eventTimeout:
      applyEvent(event, lane, &effect)
    case .conditionWait, .conditionWake, .conditionNotify, .conditionTimeout:
      applyCondition(event, lane, &effect)
    default: applyBarrier(event, lane, &effect)
    }
  }

  /// Takes a lane out of the line of a semaphore, condition or event.
  mutating func leaveCoordination(_ lane: LaneIndex, _ object: Int) {
    withSemaphore(object) { $0.waiters.removeAll { $0 == lane } }
    withCondition(object) { $0.waiters.removeAll { $0 == lane } }
    withEvent(object) { $0.waiters.removeAll { $0 == lane } }
  }

  /// A lane has ended: a notify that was under way to it goes to the next one in line, and an action
  /// that it was to do breaks its barrier.
  mutating func abandonCoordination(_ lane: LaneIndex) {
    if let object = lanes[lane].queuedIn { passNotifyOn(from: lane, object) }
    for object in objects.indices {
      withBarrier(object) {
        $0.released.removeAll { $0 == lane }
        $0.failed.removeAll { $0 == lane }
        if $0.acting == lane { $0.breakUp() }
      }
    }
  }

  /// What `giver` handed to `lane`, if the lane had waited for it, or took it right after.
  func handover(
    of given: ObjectState.Signal?, to lane: LaneIndex, _ event: Event, hadWaited: Bool
  ) -> Effect.Handover? {
    guard let given, given.by != lane else { return nil }
    let rightAfter: UInt64 = 1_000_000
    guard hadWaited || event.time &- given.time <= rightAfter else { return nil }
    return .init(kind: .signal, from: given.by, seq: given.seq)
  }
}
