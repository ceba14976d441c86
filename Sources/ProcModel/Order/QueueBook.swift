/// No item is got before it was put, or twice; no more items are in a queue than it holds.
struct QueueBook: Sendable {
  private var put: Set<Numbered> = []
  private var got: Set<Numbered> = []

  mutating func check(_ event: Event) -> String? {
    switch event.kind {
    case .queuePut:
      return put.insert(Numbered(event)).inserted ? nil : "item \(event.extra) is put twice"
    case .queueGet:
      guard put.contains(Numbered(event)) else {
        return "item \(event.extra) is got before it is put"
      }
      return got.insert(Numbered(event)).inserted ? nil : "item \(event.extra) is got twice"
    default: return nil
    }
  }
}
