import ProcModel

/// A list that lives in a manager's server process (`Manager().list()`, `ListProxy`).
///
/// Every method asks the server and waits for its answer. Each request is one step. Negative indices
/// count from the end, as in Python.
///
/// Every method throws ``ManagerError`` where the server cannot be reached.
public struct ListProxy<Element: Codable & Sendable>: Codable, Sendable, CustomStringConvertible {
  private let reference: ManagedReference

  init(_ reference: ManagedReference) { self.reference = reference }

  /// Its name.
  public var name: String { reference.name }

  /// An element (`l[index]`).
  ///
  /// - Throws: ``IndexError`` beyond the ends.
  public subscript(index: Int) -> Element {
    get throws { try element(reference.ask(.get, index: index, shownKey: "\(index)"), at: index) }
  }

  /// Replaces an element (`l[index] = value`).
  ///
  /// - Throws: ``IndexError`` beyond the ends.
  public func set(_ index: Int, _ value: Element) throws {
    let answer = try reference.ask(
      .set, index: index, values: [pickle(value)], shownKey: "\(index)",
      shownValues: [label(of: value)], as: .dictSet)
    if answer.status == .missing { throw IndexError(index: index) }
  }

  /// Adds an element at the end (`l.append(value)`).
  public func append(_ value: Element) throws {
    try reference.ask(
      .append, values: [pickle(value)], shownValues: [label(of: value)], as: .dictSet)
  }

  /// Adds elements at the end, in one step (`l.extend(values)`).
  public func extend(_ values: [Element]) throws {
    try reference.ask(
      .extend, values: values.map { try pickle($0) }, shownValues: values.map { label(of: $0) },
      as: .dictSet)
  }

  /// Puts an element before the one at `index` (`l.insert(index, value)`); an index beyond an end
  /// means that end.
  public func insert(_ value: Element, at index: Int) throws {
    try reference.ask(
      .insert, index: index, values: [pickle(value)], shownKey: "\(index)",
      shownValues: [label(of: value)], as: .dictSet)
  }

  /// Removes an element and returns it; by default the last (`l.pop(index)`).
  ///
  /// - Throws: ``IndexError`` beyond the ends, or if the list is empty.
  public func pop(_ index: Int = -1) throws -> Element {
    try element(reference.ask(.pop, index: index, shownKey: "\(index)"), at: index)
  }

  /// Whether an element is there (`value in l`); two are the same if they are encoded the same.
  public func contains(_ value: Element) throws -> Bool {
    try reference.ask(.contains, values: [pickle(value)], shownKey: label(of: value)).number != 0
  }

  /// How many elements there are (`len(l)`).
  public var count: Int { get throws { try reference.ask(.count).number } }

  /// All elements as they are now, in this process's memory (`l[:]`).
  public func copy() throws -> [Element] {
    try reference.ask(.copy).values.map { try unpickle(Element.self, from: $0) }
  }

  /// Removes every element (`l.clear()`).
  public func clear() throws { try reference.ask(.clear) }

  /// The elements as Python prints them, `[1, 2]`; asks the server for them.
  public var description: String {
    guard let elements = try? copy() else { return "<ListProxy '\(name)': the server has gone>" }
    return "[" + elements.map { "\($0)" }.joined(separator: ", ") + "]"
  }

  private func element(_ answer: ManagerAnswer, at index: Int) throws -> Element {
    guard let bytes = answer.values.first else { throw IndexError(index: index) }
    return try unpickle(Element.self, from: bytes)
  }

  /// The same list, in the process that decodes it.
  public init(from decoder: any Decoder) throws { reference = try ManagedReference(from: decoder) }

  /// What another process needs in order to reach the same list.
  public func encode(to encoder: any Encoder) throws { try reference.encode(to: encoder) }
}
