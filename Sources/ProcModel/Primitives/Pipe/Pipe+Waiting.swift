// What waits at pipes, and who could help.
extension World {
  func isPipe(_ id: ObjectID) -> Bool { object(id)?.kind == .pipe }

  /// Whether one end of a pipe is closed in every process that had it. Never of a queue, nor of a
  /// pipe that nobody has introduced.
  func isOver(_ id: ObjectID, _ side: KeyPath<PipeEnds, Set<LaneIndex>>) -> Bool {
    guard case .queue(let queue)? = object(id)?.content, let ends = queue.ends else { return false }
    return ends.isOver(side)
  }

  /// To look never waits, except for `Connection.poll` with a time limit.
  func canLook(_ pending: PendingOperation) -> Bool {
    pending.blocking == .nonblocking || !isPipe(pending.object) || hasItems(pending.object)
      || isOver(pending.object, \.writers)
  }

  /// An item comes from anybody; a message, or the end of a pipe, from those who have its other end.
  func need(itemOf id: ObjectID, _ lane: LaneIndex) -> Need {
    if hasItems(id) || isOver(id, \.writers) { return .nothing }
    guard isPipe(id), case .queue(let queue)? = object(id)?.content, let ends = queue.ends else {
      return .anyone
    }
    let processes = ends.writers.union(ends.possible)
    let helpers = lanes.indices.filter {
      $0 != lane && !lanes[$0].hasEnded && processes.contains(processLane(of: $0))
    }
    return helpers.count == 1 ? .lane(helpers[0]) : .oneOf(helpers)
  }

  func messageObstacle(_ pending: PendingOperation) -> Localized {
    if hasItems(pending.object) { return Localized(verbatim: "") }
    return isOver(pending.object, \.writers)
      ? Localized(zh: "，发送端已关闭", en: ", whose sending end is closed")
      : Localized(zh: "，里面没有消息", en: ", which is empty")
  }
}
