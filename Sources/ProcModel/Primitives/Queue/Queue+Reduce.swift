extension World {
  /// Items are put into queues and got from them.
  mutating func applyQueue(_ kind: QueueEvent, _ event: Event, _ change: inout WorldChange) {
    let made: ObjectKind = kind == .close ? .pipe : .queue
    guard let lane = change.actor, let queue = objectIndex(event.object, made) else { return }
    switch kind {
    case .put, .get, .putWait, .getWait, .putTimeout, .getTimeout:
      change.place = queue
      applyItem(kind, event, lane, queue, &change)
    case .poll, .taskDone, .joinWait, .joinDone, .close:
      applyTasksAndEnds(kind, event, lane, queue, &change)
    }
  }

  private mutating func applyItem(
    _ kind: QueueEvent, _ event: Event, _ lane: LaneIndex, _ queue: Int, _ change: inout WorldChange
  ) {
    switch kind {
    case .put:
      let item = ObjectState.Item(
        serial: event.extra, text: event.text, from: lane, seq: eventCount)
      withQueue(queue) {
        $0.waiting.append(item)
        $0.puts += 1
        $0.unfinished &+= 1
      }
      resume(lane)
    case .get:
      take(event, lane, queue, &change)
      resume(lane)
    case .getWait:
      standInLine(lane, queue) { $0.withQueue { $0.getters.append(lane) } }
      setActivity(lane, .blocked(.get(event.object)), limit: event.timeLimit)
      change.mayBlock = true
    case .putWait:
      standInLine(lane, queue) { $0.withQueue { $0.putters.append(lane) } }
      if event.flags.contains(.bytesDoNotFit) {
        withQueue(queue) { if !$0.tooLarge.contains(lane) { $0.tooLarge.append(lane) } }
      }
      setActivity(lane, .blocked(.put(event.object)), limit: event.timeLimit)
      change.mayBlock = true
    case .putTimeout, .getTimeout, .poll, .taskDone, .joinWait, .joinDone, .close: resume(lane)
    }
  }

  private mutating func take(
    _ event: Event, _ lane: LaneIndex, _ queue: Int, _ change: inout WorldChange
  ) {
    var taken: ObjectState.Item?
    withQueue(queue) {
      taken = $0.waiting.take(serial: event.extra)
      $0.gets += 1
      if !$0.tooLarge.isEmpty { $0.tooLarge = [] }
    }
    guard let item = taken else { return }
    change.handover = .init(kind: .item, from: item.from, seq: item.seq)
  }
}
