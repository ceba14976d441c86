import ProcModel

/// A set in a manager's server process (`Manager().set()`, `SetProxy`). Two elements are the same if
/// they are encoded the same.
///
/// Every method asks the server and waits for its answer; each request is one step. Every method
/// throws ``ManagerError`` where the server cannot be reached.
public struct SetProxy<Element: Codable & Hashable & Sendable>:
  Codable, Sendable, CustomStringConvertible
{
  private let reference: ManagedReference

  init(_ reference: ManagedReference) { self.reference = reference }

  /// Its name.
  public var name: String { reference.name }

  /// Adds an element (`s.add(x)`).
  public func add(_ element: Element) throws {
    try reference.ask(
      .set, key: pickle(element), values: [[]], shownKey: label(of: element), shownValues: [""],
      as: .dictSet)
  }

  /// Adds elements, in one step (`s.update(xs)`).
  public func update(_ elements: some Sequence<Element>) throws {
    let elements = Array(elements)
    try reference.ask(
      .update, values: elements.flatMap { [try pickle($0), []] }, shownKey: "\(elements.count)",
      shownValues: elements.flatMap { [label(of: $0), ""] }, as: .dictSet)
  }

  /// Removes an element if it is there (`s.discard(x)`).
  public func discard(_ element: Element) throws {
    try reference.ask(.remove, key: pickle(element), shownKey: label(of: element))
  }

  /// Removes an element (`s.remove(x)`).
  ///
  /// - Throws: ``KeyError`` if it is not there.
  public func remove(_ element: Element) throws {
    let answer = try reference.ask(.remove, key: pickle(element), shownKey: label(of: element))
    if answer.status == .missing { throw KeyError(key: "\(element)") }
  }

  /// Removes any element and returns it (`s.pop()`).
  ///
  /// - Throws: ``KeyError`` if the set is empty.
  public func pop() throws -> Element {
    guard let bytes = try reference.ask(.popItem).values.first else {
      throw KeyError(key: "pop from an empty set")
    }
    return try unpickle(Element.self, from: bytes)
  }

  /// Whether an element is there (`x in s`).
  public func contains(_ element: Element) throws -> Bool {
    try reference.ask(.contains, key: pickle(element), shownKey: label(of: element)).number != 0
  }

  /// How many elements there are (`len(s)`).
  public var count: Int { get throws { try reference.ask(.count).number } }

  /// Removes every element (`s.clear()`).
  public func clear() throws { try reference.ask(.clear) }

  /// All elements as they are now, in this process's memory (`s.copy()`).
  public func copy() throws -> Set<Element> { Set(try elements()) }

  /// The elements as Python prints them, `{1, 2}`; asks the server for them.
  public var description: String {
    guard let elements = try? elements() else { return "<SetProxy '\(name)': the server has gone>" }
    return elements.isEmpty ? "set()" : "{" + elements.map { "\($0)" }.joined(separator: ", ") + "}"
  }

  private func elements() throws -> [Element] {
    try reference.ask(.keys).values.map { try unpickle(Element.self, from: $0) }
  }

  /// The same set, in the process that decodes it.
  public init(from decoder: any Decoder) throws { reference = try ManagedReference(from: decoder) }

  /// What another process needs in order to reach the same set.
  public func encode(to encoder: any Encoder) throws { try reference.encode(to: encoder) }
}
