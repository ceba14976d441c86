/// The first content of a managed object.
struct ManagedEntries {
  /// Pickled; for a dict, keys and values alternately.
  private(set) var values: [[UInt8]] = []
  /// The same as texts; empty in an untraced run.
  private(set) var texts: [String] = []
  /// Each entry as the viewer shows it.
  private(set) var shown: [(key: String, value: String)] = []

  /// Nothing.
  init() {}

  /// The elements of a list.
  init<Element: Encodable>(list: [Element]) throws {
    for (place, element) in list.enumerated() {
      values.append(try pickle(element))
      if Tracer.isOn { show("\(place)", ManagedReference.brief(label(of: element)), inDict: false) }
    }
  }

  /// One entry of a dict.
  mutating func add<Value: Encodable>(_ key: String, _ value: Value) throws {
    values += [try pickle(key), try pickle(value)]
    if Tracer.isOn { show(key, ManagedReference.brief(label(of: value)), inDict: true) }
  }

  /// One element of a set: a key whose value is nothing.
  mutating func add<Element: Encodable>(element: Element) throws {
    values += [try pickle(element), []]
    if Tracer.isOn { show(ManagedReference.brief(label(of: element)), "", inDict: true) }
  }

  private mutating func show(_ key: String, _ value: String, inDict: Bool) {
    texts += inDict ? [key, value] : [value]
    shown.append((key, value))
  }
}
