import ProcModel

extension Update {
  /// Looks for events.
  static func perform(_ action: FindAction, in state: inout AppState) -> [Effect] {
    switch action {
    case .open: state.run?.typing = LineEditor(purpose: .find)
    case .next: state.run?.jumpToHit(.next, size: state.size)
    case .previous: state.run?.jumpToHit(.previous, size: state.size)
    }
    return []
  }

  /// A key while it is typed what to look for: what is found is shown at once.
  static func pressInFind(_ key: Key, _ line: LineEditor, in state: inout AppState) -> [Effect] {
    var line = line
    switch key {
    case .escape:
      state.run?.typing = nil
      state.run?.search = nil
      return []
    case .enter:
      state.run?.typing = nil
      // An empty line repeats what was looked for last.
      if line.text.isEmpty, let last = state.run?.lastSearch { state.run?.find(last) }
      state.run?.jumpToHit(.next, size: state.size)
      return []
    case .up: line.text = state.run?.lastSearch ?? line.text
    default: line.edit(key)
    }
    state.run?.typing = line
    state.run?.find(line.text)
    return []
  }
}

/// Looking for events.
extension RunState {
  /// Begins to look for the words in `text`.
  mutating func find(_ text: String) {
    let query = EventQuery(text)
    guard query.text != search?.query.text else { return }
    search = query.isEmpty ? nil : EventSearch(query, from: moment)
    if !query.isEmpty { lastSearch = text }
    searchOn()
  }

  /// Looks at some more events.
  mutating func searchOn() {
    let run = run
    search?.look(at: run)
  }

  /// Looks at some more events, and makes the jump that had to wait for that.
  mutating func searchOn(size: Size) {
    guard isSearching || search?.jump != nil else { return }
    searchOn()
    if let jump = search?.jump { jumpToHit(jump, size: size) }
  }

  /// Whether there are events that were not looked at yet.
  var isSearching: Bool { search.map { !$0.isDone(run.trace.count) } ?? false }

  /// Goes to the next or previous hit, as soon as it is known.
  mutating func jumpToHit(_ direction: EventSearch.Direction, size: Size) {
    guard let search else { return }
    switch search.answer(direction, from: moment, of: run.trace.count) {
    case .hit(let seq):
      self.search?.jump = nil
      look(atCount: seq + 1, size: size)
    case .nothing: self.search?.jump = nil
    case .unknown: self.search?.jump = direction
    }
  }
}
