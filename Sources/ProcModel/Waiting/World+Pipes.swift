// What waits at pipes and joinable queues, and who could help.
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

  /// Whether every item that was put into a queue is done with.
  func areTasksDone(_ id: ObjectID) -> Bool {
    guard case .queue(let queue)? = object(id)?.content else { return true }
    return queue.unfinished <= 0
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
}
