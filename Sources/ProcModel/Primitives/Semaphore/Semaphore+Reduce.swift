extension World {
  /// Units of semaphores are waited for, taken and given back.
  mutating func applySemaphore(_ kind: SemaphoreEvent, _ event: Event, _ change: inout WorldChange)
  {
    guard let lane = change.actor,
      let semaphore = objectIndex(event.object, .semaphore)
    else { return }
    switch kind {
    case .wait:
      standInLine(lane, semaphore) {
        $0.withSemaphore {
          $0.waiters.append(lane)
          $0.contentions += 1
        }
      }
      setActivity(lane, .blocked(.semaphore(event.object)), limit: event.timeLimit)
      change.mayBlock = true
      return
    case .acquire:
      let hadWaited = change.waited == event.object
      if case .semaphore(let state) = objects[semaphore].content {
        change.handover = handover(of: state.last, to: lane, event, hadWaited: hadWaited)
      }
      withSemaphore(semaphore) {
        $0.count = max(event.value, 0)
        $0.acquisitions += 1
      }
    case .release:
      let given = ObjectState.Given(by: lane, time: event.time, seq: eventCount)
      withSemaphore(semaphore) {
        $0.count = max(event.value, 0)
        $0.last = given
      }
    case .timeout: break
    }
    resume(lane)
  }
}
