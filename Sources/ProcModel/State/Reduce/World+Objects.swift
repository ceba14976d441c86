extension World {
  /// `object.define`: an object is introduced. One that was used before keeps what is known of it.
  mutating func define(_ event: Event, _ actor: LaneIndex?) {
    if !event.isObserved { resume(actor) }
    guard event.object != .none, let kind = ObjectKind(rawValue: event.value) else { return }
    let capacity = kind == .pipe ? 0 : Int64(clamping: event.extra)
    let key = ObjectKey(id: event.object, pid: 0)
    defer { if kind == .pipe { openEnds(key, event, actor) } }
    guard let index = objectOfKey[key] else {
      add(key, kind: kind, name: event.text, capacity: capacity, isDefined: true)
      return
    }
    guard !objects[index].isDefined else { return }
    objects[index].isDefined = true
    objects[index].name = event.text
    objects[index].capacity = capacity
    if Self.emptyContent(kind).isLike(objects[index].content) { objects[index].kind = kind }
  }

  /// The place of an object; one that was never introduced is made up as `kind`. Nil for none.
  mutating func objectIndex(_ id: ObjectID, _ kind: ObjectKind, pid: Int32 = 0) -> Int? {
    guard id != .none else { return nil }
    let key = ObjectKey(id: id, pid: pid)
    if let index = objectOfKey.find(key) { return index }
    let name = "\(kind)-\(UInt32(truncatingIfNeeded: id.rawValue))"
    return add(key, kind: kind, name: name, capacity: 0, isDefined: false)
  }

  @discardableResult
  mutating func add(
    _ key: ObjectKey, kind: ObjectKind, name: String, capacity: Int64, isDefined: Bool
  ) -> Int {
    objects.append(
      ObjectState(
        id: key.id, kind: kind, name: name, capacity: capacity,
        content: Self.emptyContent(kind, capacity: capacity),
        isDefined: isDefined))
    objectOfKey[key] = objects.count - 1
    return objects.count - 1
  }

  private static func emptyContent(
    _ kind: ObjectKind, capacity: Int64 = 0
  ) -> ObjectState.Content {
    switch kind {
    case .lock, .rlock: .lock(.init())
    case .queue, .pipe: .queue(.init())
    case .value: .value(.init())
    case .array, .dict, .list, .namespace: .entries([])
    case .pool: .pool(.init())
    case .manager: .manager
    case .semaphore, .boundedSemaphore: .semaphore(.init(count: capacity))
    case .condition: .condition(.init())
    case .event: .event(.init())
    case .barrier: .barrier(.init())
    case .variable: .variable(owner: nil, text: "")
    }
  }

  /// Sets an entry of a dict, list or array.
  mutating func setEntry(_ index: Int, _ key: String, _ value: String, by lane: LaneIndex?) {
    guard case .entries(var entries) = objects[index].content else { return }
    objects[index].content = .manager
    let entryKey = EntryKey(object: index, key: key)
    if let place = entryOfKey[entryKey] {
      entries[place].value = value
      entries[place].by = lane
    } else {
      entryOfKey[entryKey] = entries.count
      entries.append(ObjectState.Entry(key: key, value: value, by: lane))
    }
    objects[index].content = .entries(entries)
  }

  /// Removes an entry; in a list, those behind it move up.
  mutating func removeEntry(_ index: Int, _ key: String) {
    guard let place = entryOfKey[EntryKey(object: index, key: key)] else { return }
    changeEntries(index) { $0.remove(at: place) }
  }

  /// Puts an element into a list, before the one that has its index now.
  mutating func insertElement(_ index: Int, _ key: String, _ value: String, by lane: LaneIndex?) {
    let new = ObjectState.Entry(key: key, value: value, by: lane)
    let place = entryOfKey[EntryKey(object: index, key: key)]
    changeEntries(index) { $0.insert(new, at: place ?? $0.endIndex) }
  }

  /// Removes all entries.
  mutating func clearEntries(_ index: Int) { changeEntries(index) { $0 = [] } }

  /// Changes entries in such a way that others move; the elements of a list are numbered anew.
  private mutating func changeEntries(_ index: Int, _ body: (inout [ObjectState.Entry]) -> Void) {
    guard case .entries(var entries) = objects[index].content else { return }
    for entry in entries { entryOfKey[EntryKey(object: index, key: entry.key)] = nil }
    body(&entries)
    let isList = objects[index].kind == .list
    for (place, entry) in entries.enumerated() {
      let key = isList ? "\(place)" : entry.key
      if isList { entries[place] = .init(key: key, value: entry.value, by: entry.by) }
      entryOfKey[EntryKey(object: index, key: key)] = place
    }
    objects[index].content = .entries(entries)
  }
}

extension ObjectState.Content {
  /// Whether both are contents of the same kind of object.
  func isLike(_ other: ObjectState.Content) -> Bool {
    switch (self, other) {
    case (.lock, .lock), (.queue, .queue), (.value, .value), (.entries, .entries), (.pool, .pool),
      (.variable, .variable), (.manager, .manager), (.semaphore, .semaphore),
      (.condition, .condition), (.event, .event), (.barrier, .barrier):
      true
    default: false
    }
  }
}
