/// No item is got before it was put, or twice. No more items are processed than were put, and no
/// join ends before all are. Nothing comes after the end of a pipe.
struct QueueChecker: Sendable {
  private var put: Set<Numbered> = []
  private var got: Set<Numbered> = []
  /// How many items were put and have not been reported as processed.
  private var unfinished: [ObjectID: Int] = [:]
  /// Pipes whose end a lane has seen.
  private var over: Set<ObjectID> = []

  mutating func check(_ kind: QueueEvent, _ event: Event) -> String? {
    switch kind {
    case .put:
      unfinished[event.object, default: 0] += 1
      if over.contains(event.object) { return "item \(event.extra) is put after the pipe's end" }
      return put.insert(Numbered(event)).inserted ? nil : "item \(event.extra) is put twice"
    case .get:
      guard put.contains(Numbered(event)) else {
        return "item \(event.extra) is got before it is put"
      }
      return got.insert(Numbered(event)).inserted ? nil : "item \(event.extra) is got twice"
    case .getTimeout:
      if event.isAtTheEnd { over.insert(event.object) }
      return nil
    case .taskDone:
      unfinished[event.object, default: 0] -= 1
      return unfinished[event.object, default: 0] >= 0 ? nil : "more tasks are done than were put"
    case .joinDone:
      return unfinished[event.object, default: 0] <= 0 ? nil : "joined before all tasks are done"
    case .putWait, .getWait, .putTimeout, .poll, .joinWait, .close: return nil
    }
  }
}
