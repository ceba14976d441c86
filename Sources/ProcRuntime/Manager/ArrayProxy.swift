/// An array in a manager's server process, whose size never changes (`Manager().Array()`,
/// `ArrayProxy`). Negative indices count from the end, as in Python.
///
/// Every method asks the server and waits for its answer; each request is one step. Every method
/// throws ``ManagerError`` where the server cannot be reached.
public struct ArrayProxy<Element: Codable & Sendable>: Codable, Sendable, CustomStringConvertible {
  private let list: ListProxy<Element>

  init(_ reference: ManagedReference) { list = ListProxy(reference) }

  /// Its name.
  public var name: String { list.name }

  /// An element (`a[index]`).
  ///
  /// - Throws: ``IndexError`` beyond the ends.
  public subscript(index: Int) -> Element { get throws { try list[index] } }

  /// Replaces an element (`a[index] = value`).
  ///
  /// - Throws: ``IndexError`` beyond the ends.
  public func set(_ index: Int, _ value: Element) throws { try list.set(index, value) }

  /// How many elements there are (`len(a)`).
  public var count: Int { get throws { try list.count } }

  /// All elements as they are now, in this process's memory (`a[:]`).
  public func copy() throws -> [Element] { try list.copy() }

  /// The elements as Python prints them, `[1, 2]`; asks the server for them.
  public var description: String { list.description }

  /// The same array, in the process that decodes it.
  public init(from decoder: any Decoder) throws { list = try ListProxy(from: decoder) }

  /// What another process needs in order to reach the same array.
  public func encode(to encoder: any Encoder) throws { try list.encode(to: encoder) }
}
