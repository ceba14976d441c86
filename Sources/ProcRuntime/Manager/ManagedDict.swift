import ProcModel

/// A dict that keeps its entries in the order in which they were inserted, as Python's does.
final class ManagedDict: ManagedStorage {
  private struct Entry {
    let key: [UInt8]
    /// The key as the process that set it first shows it.
    let shownKey: String
    var value: ManagedValue
  }

  /// In order; a removed entry leaves nil until there are too many.
  private var entries: [Entry?] = []
  private var places: [[UInt8]: Int] = [:]

  func serve(_ request: ManagerRequest) -> ManagerAnswer {
    switch request.method {
    case .get: self[request.key]?.answer ?? .missing
    case .set: set(request)
    case .setDefault: setDefault(request)
    case .update: update(request)
    case .pop: remove(request.key)?.answer.after(.entryRemoved) ?? .missing
    case .remove: remove(request.key).map { _ in ManagerAnswer().after(.entryRemoved) } ?? .missing
    case .popItem: popItem()
    case .contains: ManagerAnswer(count: places[request.key] == nil ? 0 : 1)
    case .clear: clear()
    default: read(request.method)
    }
  }

  private func read(_ method: ManagerMethod) -> ManagerAnswer {
    let present = entries.lazy.compactMap { $0 }
    switch method {
    case .count: return ManagerAnswer(count: places.count)
    case .keys: return ManagerAnswer(values: present.map(\.key))
    case .values: return ManagerAnswer(values: present.map(\.value.bytes))
    case .copy: return ManagerAnswer(values: present.flatMap { [$0.key, $0.value.bytes] })
    default: return .malformed
    }
  }

  private subscript(key: [UInt8]) -> ManagedValue? { places[key].flatMap { entries[$0]?.value } }

  private func put(_ value: ManagedValue, at key: [UInt8], _ shownKey: String) {
    if let place = places[key] {
      entries[place]?.value = value
    } else {
      places[key] = entries.count
      entries.append(Entry(key: key, shownKey: shownKey, value: value))
    }
  }

  private func set(_ request: ManagerRequest) -> ManagerAnswer {
    guard let value = request.managedValues.first else { return .malformed }
    put(value, at: request.key, request.shownKey)
    return ManagerAnswer(text: value.text).after(.entrySet)
  }

  private func setDefault(_ request: ManagerRequest) -> ManagerAnswer {
    guard let value = request.managedValues.first else { return .malformed }
    if let present = self[request.key] { return present.answer }
    put(value, at: request.key, request.shownKey)
    return value.answer.after(.entrySet)
  }

  private func update(_ request: ManagerRequest) -> ManagerAnswer {
    let values = request.managedValues
    guard values.count.isMultiple(of: 2) else { return .malformed }
    for place in stride(from: 0, to: values.count, by: 2) {
      put(values[place + 1], at: values[place].bytes, values[place].text)
    }
    return ManagerAnswer(count: values.count / 2)
  }

  /// Removes the newest entry, as Python does.
  private func popItem() -> ManagerAnswer {
    guard let entry = entries.last(where: { $0 != nil }), let entry else { return .missing }
    _ = remove(entry.key)
    var answer = ManagerAnswer(values: [entry.key, entry.value.bytes], text: entry.shownKey)
    answer.key = entry.shownKey
    return answer.after(.entryRemoved)
  }

  private func remove(_ key: [UInt8]) -> ManagedValue? {
    guard let place = places.removeValue(forKey: key) else { return nil }
    let value = entries[place]?.value
    entries[place] = nil
    if entries.count > 2 * places.count + 32 { closeGaps() }
    return value
  }

  private func closeGaps() {
    entries.removeAll { $0 == nil }
    for (place, entry) in entries.enumerated() {
      if let entry { places[entry.key] = place }
    }
  }

  private func clear() -> ManagerAnswer {
    entries = []
    places = [:]
    return ManagerAnswer().after(.entriesCleared)
  }
}
