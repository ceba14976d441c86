/// No item is got before it was put, or twice. No more items are processed than were put, and no
/// join ends before all are. Nothing comes after the end of a pipe.
struct QueueChecker: Sendable {
  private var put: Set<Numbered> = []
  private var got: Set<Numbered> = []
  /// How many items were put and have not been reported as processed.
  private var unfinished: [ObjectID: Int] = [:]
  /// Pipes whose end a lane has seen.
  private var over: Set<ObjectID> = []

  mutating func check(_ event: Event) -> String? {
    switch event.kind {
    case .queuePut:
      unfinished[event.object, default: 0] += 1
      if over.contains(event.object) { return "item \(event.extra) is put after the pipe's end" }
      return put.insert(Numbered(event)).inserted ? nil : "item \(event.extra) is put twice"
    case .queueGet:
      guard put.contains(Numbered(event)) else {
        return "item \(event.extra) is got before it is put"
      }
      return got.insert(Numbered(event)).inserted ? nil : "item \(event.extra) is got twice"
    case .queueGetTimeout:
      if event.isAtTheEnd { over.insert(event.object) }
      return nil
    case .queueTaskDone:
      unfinished[event.object, default: 0] -= 1
      return unfinished[event.object, default: 0] >= 0 ? nil : "more tasks are done than were put"
    case .queueJoinDone:
      return unfinished[event.object, default: 0] <= 0 ? nil : "joined before all tasks are done"
    default: return nil
    }
  }
}
