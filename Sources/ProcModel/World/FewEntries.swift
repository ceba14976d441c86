/// A dictionary of which only a few entries are there at a time, as those of requests that are under
/// way: they are looked for one by one, which costs less than hashing. More than a few go into a
/// dictionary.
struct FewEntries<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private var few: [(key: Key, value: Value)] = []
  private var others: [Key: Value] = [:]
  private static var most: Int { 8 }

  /// The value of a key; nil takes it out.
  subscript(key: Key) -> Value? {
    get {
      for entry in few where entry.key == key { return entry.value }
      return others.isEmpty ? nil : others[key]
    }
    set {
      guard let newValue else {
        removeValue(forKey: key)
        return
      }
      if let place = few.firstIndex(where: { $0.key == key }) {
        few[place].value = newValue
      } else if few.count < Self.most, others.isEmpty || others[key] == nil {
        few.append((key, newValue))
      } else {
        others[key] = newValue
      }
    }
  }

  /// All values, in no order.
  var values: [Value] { few.map(\.value) + others.values }

  /// Takes out the value of a key.
  @discardableResult
  mutating func removeValue(forKey key: Key) -> Value? {
    guard let place = few.firstIndex(where: { $0.key == key }) else {
      return others.isEmpty ? nil : others.removeValue(forKey: key)
    }
    let value = few[place].value
    few[place] = few[few.count - 1]
    few.removeLast()
    return value
  }
}

extension FewEntries: Equatable where Value: Equatable {
  /// Where an entry lies makes no difference.
  static func == (a: FewEntries, b: FewEntries) -> Bool {
    a.few.count + a.others.count == b.few.count + b.others.count
      && a.few.allSatisfy { b[$0.key] == $0.value } && a.others.allSatisfy { b[$0.key] == $0.value }
  }
}
