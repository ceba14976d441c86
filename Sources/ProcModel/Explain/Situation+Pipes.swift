// What lanes do at pipes, joinable queues, pools and managers.
extension World {
  /// `waits until 2 tasks of queue-1 are done`.
  func waitsForTasks(of queue: ObjectID) -> Localized {
    let count = unfinishedTasks(queue)
    return Localized(
      zh: "等待 \(name(queue)) 的 \(count) 个任务完成",
      en: "waits until \(count) \(count == 1 ? "task" : "tasks") of \(name(queue)) "
        + "\(count == 1 ? "is" : "are") done")
  }

  /// What keeps a pending operation from happening; nothing where it can happen.
  func obstacle(to pending: PendingOperation) -> Localized {
    switch pending.kind {
    case .queueGet where isPipe(pending.object): messageObstacle(pending)
    case .queuePoll where !canLook(pending): messageObstacle(pending)
    case .queueJoinDone where !areTasksDone(pending.object): tasksObstacle(pending.object)
    case .taskBegin where !hasTask(pending.object):
      Localized(zh: "，没有等待中的任务", en: ", which has no task to begin")
    case .managerReady where !isReady(server: pending.object):
      Localized(zh: "，它还没有就绪", en: ", which is not ready yet")
    default: Localized(verbatim: "")
    }
  }

  private func messageObstacle(_ pending: PendingOperation) -> Localized {
    if hasItems(pending.object) { return Localized(verbatim: "") }
    return isOver(pending.object, \.writers)
      ? Localized(zh: "，发送端已关闭", en: ", whose sending end is closed")
      : Localized(zh: "，里面没有消息", en: ", which is empty")
  }

  private func tasksObstacle(_ queue: ObjectID) -> Localized {
    let count = unfinishedTasks(queue)
    return Localized(
      zh: "，还有 \(count) 个任务没有完成",
      en: ", \(count) \(count == 1 ? "task is" : "tasks are") not done")
  }
}
