import ProcModel

/// A dict that lives in a manager's server process (`Manager().dict()`, `DictProxy`).
///
/// Every method asks the server and waits for its answer; any process that has the proxy, by fork or
/// as an argument, may. Each request is one step: `dict.set(k, try dict[k] + 1)` is two, between
/// which others may act. Two keys are the same if they are encoded the same.
///
/// Every method throws ``ManagerError`` where the server cannot be reached.
public struct DictProxy<Key: Codable & Hashable & Sendable, Value: Codable & Sendable>:
  Codable, Sendable, CustomStringConvertible
{
  private let reference: ManagedReference

  init(_ reference: ManagedReference) { self.reference = reference }

  /// Its name.
  public var name: String { reference.name }

  /// The value of a key (`d[key]`).
  ///
  /// - Throws: ``KeyError`` if it has none.
  public subscript(key: Key) -> Value {
    get throws {
      guard let value = try get(key) else { throw KeyError(key: "\(key)") }
      return value
    }
  }

  /// The value of a key, or nil (`d.get(key)`).
  public func get(_ key: Key) throws -> Value? {
    try value(of: reference.ask(.get, key: pickle(key), shownKey: label(of: key)))
  }

  /// Sets the value of a key (`d[key] = value`).
  public func set(_ key: Key, _ value: Value) throws {
    try reference.ask(
      .set, key: pickle(key), values: [pickle(value)], shownKey: label(of: key),
      shownValues: [label(of: value)], as: .dictSet)
  }

  /// The value of a key, which is set first if it has none (`d.setdefault(key, value)`).
  public func setDefault(_ key: Key, _ value: Value) throws -> Value {
    let answer = try reference.ask(
      .setDefault, key: pickle(key), values: [pickle(value)], shownKey: label(of: key),
      shownValues: [label(of: value)])
    return try self.value(of: answer) ?? value
  }

  /// Removes a key and returns its value (`d.pop(key)`).
  ///
  /// - Throws: ``KeyError`` if it has none.
  public func pop(_ key: Key) throws -> Value {
    let answer = try reference.ask(.pop, key: pickle(key), shownKey: label(of: key))
    guard let value = try value(of: answer) else { throw KeyError(key: "\(key)") }
    return value
  }

  /// Removes a key and returns its value, or `other` if it has none (`d.pop(key, other)`).
  public func pop(_ key: Key, default other: Value) throws -> Value {
    try value(of: reference.ask(.pop, key: pickle(key), shownKey: label(of: key))) ?? other
  }

  /// Removes a key (`del d[key]`).
  ///
  /// - Throws: ``KeyError`` if it is not there.
  public func remove(_ key: Key) throws {
    let answer = try reference.ask(.remove, key: pickle(key), shownKey: label(of: key))
    if answer.status == .missing { throw KeyError(key: "\(key)") }
  }

  /// Whether the key is there (`key in d`).
  public func contains(_ key: Key) throws -> Bool {
    try reference.ask(.contains, key: pickle(key), shownKey: label(of: key)).number != 0
  }

  /// How many keys there are (`len(d)`).
  public var count: Int { get throws { try reference.ask(.count).number } }

  /// The keys, in the order in which they were first set (`d.keys()`).
  public func keys() throws -> [Key] {
    try reference.ask(.keys).values.map { try unpickle(Key.self, from: $0) }
  }

  /// The values, in the order of their keys (`d.values()`).
  public func values() throws -> [Value] {
    try reference.ask(.values).values.map { try unpickle(Value.self, from: $0) }
  }

  /// Keys and values, in the order in which the keys were first set (`d.items()`).
  public func items() throws -> [(key: Key, value: Value)] {
    let parts = try reference.ask(.copy).values
    return try stride(from: 0, to: parts.count - 1, by: 2).map {
      (try unpickle(Key.self, from: parts[$0]), try unpickle(Value.self, from: parts[$0 + 1]))
    }
  }

  /// The whole dict as it is now, in this process's memory (`d.copy()`).
  public func copy() throws -> [Key: Value] {
    Dictionary(try items().map { ($0.key, $0.value) }) { _, last in last }
  }

  /// Sets many keys in one step (`d.update(other)`).
  public func update(_ other: [Key: Value]) throws {
    let values = try other.flatMap { [try pickle($0.key), try pickle($0.value)] }
    try reference.ask(
      .update, values: values, shownKey: "\(other.count)",
      shownValues: other.flatMap { [label(of: $0.key), label(of: $0.value)] }, as: .dictSet)
  }

  /// Removes every key (`d.clear()`).
  public func clear() throws { try reference.ask(.clear) }

  /// The entries as Python prints them, `{0: 100, 1: 100}`; asks the server for them.
  public var description: String {
    guard let items = try? items() else { return "<DictProxy '\(name)': the server has gone>" }
    return "{" + items.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
  }

  private func value(of answer: ManagerAnswer) throws -> Value? {
    try answer.values.first.map { try unpickle(Value.self, from: $0) }
  }

  /// The same dict, in the process that decodes it.
  public init(from decoder: any Decoder) throws { reference = try ManagedReference(from: decoder) }

  /// What another process needs in order to reach the same dict.
  public func encode(to encoder: any Encoder) throws { try reference.encode(to: encoder) }
}
