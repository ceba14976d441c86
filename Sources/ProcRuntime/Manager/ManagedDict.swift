import ProcModel

/// A dict that keeps its entries in the order in which they were inserted, as Python's does.
final class ManagedDict: ManagedStorage {
  private struct Entry {
    let key: [UInt8]
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

  private subscript(key: [UInt8]) -> ManagedValue? {
    get { places[key].flatMap { entries[$0]?.value } }
    set {
      guard let newValue else { return }
      if let place = places[key] {
        entries[place]?.value = newValue
      } else {
        places[key] = entries.count
        entries.append(Entry(key: key, value: newValue))
      }
    }
  }

  private func set(_ request: ManagerRequest) -> ManagerAnswer {
    guard let value = request.managedValues.first else { return .malformed }
    self[request.key] = value
    return ManagerAnswer(text: value.text).after(.entrySet)
  }

  private func setDefault(_ request: ManagerRequest) -> ManagerAnswer {
    guard let value = request.managedValues.first else { return .malformed }
    if let present = self[request.key] { return present.answer }
    self[request.key] = value
    return value.answer.after(.entrySet)
  }

  private func update(_ request: ManagerRequest) -> ManagerAnswer {
    let values = request.managedValues
    guard values.count.isMultiple(of: 2) else { return .malformed }
    for place in stride(from: 0, to: values.count, by: 2) {
      self[values[place].bytes] = values[place + 1]
    }
    return ManagerAnswer(count: values.count / 2)
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
