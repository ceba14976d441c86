extension World {
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
