import ProcModel

/// The events of a run that are looked for.
struct FindState: Sendable {
  /// The search that is on, if one is.
  var search: EventSearch?
  /// What was looked for last.
  private(set) var last: String?

  /// Begins to look for the words in a text, from a moment on.
  mutating func look(for text: String, from moment: Int, in run: Run) {
    let query = EventQuery(text)
    guard query.text != search?.query.text else { return }
    search = query.isEmpty ? nil : EventSearch(query, from: moment)
    if !query.isEmpty { last = text }
    search?.look(at: run)
  }

  /// Looks at some more events.
  mutating func lookOn(in run: Run) { search?.look(at: run) }

  /// Whether there are events, of so many, that were not looked at yet.
  func isUnderWay(_ count: Int) -> Bool { search.map { !$0.isDone(count) } ?? false }

  /// Where a jump from a moment leads, of so many events; nil: nowhere, or that is not known yet, and
  /// then the jump is kept.
  mutating func jump(_ direction: EventSearch.Direction, from moment: Int, of count: Int) -> Int? {
    guard let search else { return nil }
    self.search?.jump = nil
    switch search.answer(direction, from: moment, of: count) {
    case .hit(let seq): return seq
    case .nothing: return nil
    case .unknown:
      self.search?.jump = direction
      return nil
    }
  }
}
