extension World {
  /// Units of semaphores are waited for, taken and given back.
  mutating func applySemaphore(_ event: Event, _ lane: LaneIndex, _ effect: inout Effect) {
    guard let semaphore = objectIndex(event.object, .semaphore) else { return }
    switch event.kind {
    case .semaphoreWait:
      standInLine(lane, semaphore, .semaphore)
      setActivity(lane, .blocked(.semaphore(event.object)), limit: event.timeLimit)
      effect.mayBlock = true
      return
    case .semaphoreAcquire:
      let hadWaited = effect.waited == event.object
      if case .semaphore(let state) = objects[semaphore].content {
        effect.handover = handover(of: state.last, to: lane, event, hadWaited: hadWaited)
      }
      withSemaphore(semaphore) {
        $0.count = max(event.value, 0)
        $0.acquisitions += 1
      }
    case .semaphoreRelease:
      let given = ObjectState.Signal(by: lane, time: event.time, seq: eventCount)
      withSemaphore(semaphore) {
        $0.count = max(event.value, 0)
        $0.last = given
      }
    default: break
    }
    resume(lane)
  }
}
