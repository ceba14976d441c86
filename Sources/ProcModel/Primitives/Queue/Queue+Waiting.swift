// When an item can be put or got, or all are done with. A pipe has ends that can be closed, too.
extension World {
  func canHappen(_ kind: QueueEvent, _ pending: PendingOperation, by lane: LaneIndex) -> Bool {
    switch kind {
    case .get, .getWait: hasItems(pending.object) || isOver(pending.object, \.writers)
    case .put, .putWait: hasRoom(pending.object, for: lane) || isOver(pending.object, \.readers)
    case .poll: canLook(pending)
    case .joinDone, .joinWait: areTasksDone(pending.object)
    case .putTimeout, .getTimeout, .taskDone, .close: true
    }
  }

  func wait(_ kind: QueueEvent, _ pending: PendingOperation) -> Activity? {
    switch kind {
    case .get, .getWait: .blocked(.get(pending.object))
    case .put, .putWait: .blocked(.put(pending.object))
    case .joinDone, .joinWait: .blocked(.tasks(pending.object))
    case .putTimeout, .getTimeout, .poll, .taskDone, .close: nil
    }
  }

  func obstacle(
    _ kind: QueueEvent, _ pending: PendingOperation, by lane: LaneIndex?
  ) -> Localized {
    switch kind {
    case .get where isPipe(pending.object): return messageObstacle(pending)
    case .get where !hasItems(pending.object):
      return Localized(zh: "，队列是空的", en: ", which is empty")
    case .put where !hasRoom(pending.object, for: lane):
      return Localized(zh: "，队列已满", en: ", which is full")
    case .poll where !canLook(pending): return messageObstacle(pending)
    case .joinDone where !areTasksDone(pending.object): return tasksObstacle(pending.object)
    case .get, .put, .poll, .joinDone, .getWait, .putWait, .joinWait, .putTimeout, .getTimeout,
      .taskDone, .close:
      return Localized(verbatim: "")
    }
  }

  private func tasksObstacle(_ queue: ObjectID) -> Localized {
    let count = unfinishedTasks(queue)
    return Localized(
      zh: "，还有 \(count) 个任务没有完成",
      en: ", \(count) \(count == 1 ? "task is" : "tasks are") not done")
  }

  /// Anyone may make room.
  func need(roomIn id: ObjectID, _ lane: LaneIndex) -> Need {
    hasRoom(id, for: lane) ? .nothing : .anyone
  }

  /// Anyone may do the tasks that are left.
  func need(tasksOf id: ObjectID) -> Need { areTasksDone(id) ? .nothing : .anyone }

  /// Whether every item that was put into a queue is done with.
  private func areTasksDone(_ id: ObjectID) -> Bool {
    guard case .queue(let queue)? = object(id)?.content else { return true }
    return queue.unfinished <= 0
  }

  func hasItems(_ id: ObjectID) -> Bool {
    guard case .queue(let queue)? = object(id)?.content else { return true }
    return queue.depth > 0
  }

  private func hasRoom(_ id: ObjectID, for lane: LaneIndex?) -> Bool {
    guard let object = object(id), case .queue(let queue) = object.content else { return true }
    if let lane, queue.tooLarge.contains(lane) { return false }
    return object.capacity <= 0 || queue.depth < object.capacity
  }

  /// `waits until 2 tasks of queue-1 are done`.
  func waitsForTasks(of queue: ObjectID) -> Localized {
    let count = unfinishedTasks(queue)
    return Localized(
      zh: "等待 \(name(queue)) 的 \(count) 个任务完成",
      en: "waits until \(count) \(count == 1 ? "task" : "tasks") of \(name(queue)) "
        + "\(count == 1 ? "is" : "are") done")
  }
}
