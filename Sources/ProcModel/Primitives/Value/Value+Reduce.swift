extension World {
  /// Shared values are read and written; private variables are shown; the program says what it
  /// expects.
  mutating func applyValue(_ kind: ValueEvent, _ event: Event, _ change: inout WorldChange) {
    switch kind {
    case .read, .write:
      guard let lane = change.actor, let value = objectIndex(event.object, .value) else { return }
      access(event, lane, value, &change)
    case .memory: remember(event, change.actor)
    case .expect: expect(event)
    }
    resume(change.actor)
  }

  private mutating func access(
    _ event: Event, _ lane: LaneIndex, _ value: Int, _ change: inout WorldChange
  ) {
    change.place = value
    let key = ElementKey(object: event.object, element: event.extra)
    let (text, seq) = (event.valueText, eventCount)
    if event.kind == .valueRead {
      elements.change(key) { $0.read(by: lane, seq: seq, text: text) }
      withValue(value) { $0.reads += 1 }
      return
    }
    let missing: Int
    (change.overwritten, missing) = elements.change(key) { history in
      (history.write(by: lane, seq: seq, text: text), history.missing)
    }
    let number = event.flags.contains(.textual) ? nil : event.value
    withValue(value) {
      $0.text = text
      $0.number = number
      $0.lostUpdates = missing
      $0.writes += 1
      $0.lastWriter = lane
    }
    if case .entries = objects[value].content {
      setEntry(value, String(event.extra), text, by: lane)
    }
  }

  /// A variable in private memory: the same name stands for another place in each process, while
  /// the threads of a process share one.
  private mutating func remember(_ event: Event, _ actor: LaneIndex?) {
    let owner = laneOfThread[ThreadKey(pid: event.pid, tid: 0)] ?? actor
    let first = ObjectKey(id: event.object, pid: 0)
    guard let known = objectIndex(event.object, .variable) else { return }
    guard case .variable(let knownOwner, _) = objects[known].content else { return }
    var place = known
    if let knownOwner, knownOwner != owner {
      let key = ObjectKey(id: first.id, pid: event.pid)
      place =
        objectOfKey[key]
        ?? add(
          key, kind: .variable, name: objects[known].name, capacity: 0,
          isDefined: objects[known].isDefined)
    }
    objects[place].content = .variable(owner: owner, text: event.text)
  }

  private mutating func expect(_ event: Event) {
    guard let value = objectIndex(event.object, .value) else { return }
    withValue(value) {
      $0.expected = event.value
      $0.atMost = event.flags.contains(.atMost)
    }
  }
}

extension Event {
  /// The value that a `value.read` or `value.write` is about, as text.
  var valueText: String { flags.contains(.textual) ? text : String(value) }
}
