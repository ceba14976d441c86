extension World {
  /// Items are put into queues and got from them.
  mutating func applyQueue(_ event: Event, _ effect: inout Effect) {
    guard let lane = effect.actor, let queue = objectIndex(event.object, .queue) else { return }
    effect.place = queue
    switch event.kind {
    case .queuePut:
      let item = ObjectState.Item(
        serial: event.extra, text: event.text, from: lane, seq: eventCount)
      withQueue(queue) {
        $0.waiting.append(item)
        $0.puts += 1
        $0.unfinished &+= 1
      }
      resume(lane)
    case .queueGet:
      take(event, lane, queue, &effect)
      resume(lane)
    case .queueGetWait:
      standInLine(lane, queue, .get)
      setActivity(lane, .blocked(.get(event.object)), limit: event.timeLimit)
      effect.mayBlock = true
    case .queuePutWait:
      standInLine(lane, queue, .put)
      setActivity(lane, .blocked(.put(event.object)), limit: event.timeLimit)
      effect.mayBlock = true
    default: resume(lane)
    }
  }

  private mutating func take(
    _ event: Event, _ lane: LaneIndex, _ queue: Int, _ effect: inout Effect
  ) {
    var taken: ObjectState.Item?
    withQueue(queue) {
      taken = $0.waiting.take(serial: event.extra)
      $0.gets += 1
    }
    guard let item = taken else { return }
    effect.handover = .init(kind: .item, from: item.from, seq: item.seq)
  }
}
