import ProcModel

/// A namespace in a manager's server process: attributes of any types, each by its name
/// (`Manager().Namespace()`, `NamespaceProxy`).
///
/// Every method asks the server and waits for its answer; each request is one step. Every method
/// throws ``ManagerError`` where the server cannot be reached.
public struct NamespaceProxy: Codable, Sendable {
  private let reference: ManagedReference

  init(_ reference: ManagedReference) { self.reference = reference }

  /// Its name.
  public var name: String { reference.name }

  /// The value of an attribute (`namespace.x`).
  ///
  /// - Parameter type: its type; it must be that with which it was set.
  /// - Throws: ``AttributeError`` if there is none; `DecodingError` if it has another type.
  public func get<T: Codable & Sendable>(_ attribute: String, _ type: T.Type = T.self) throws -> T {
    let answer = try reference.ask(.get, key: pickle(attribute), shownKey: attribute)
    guard let bytes = answer.values.first else { throw AttributeError(attribute: attribute) }
    return try unpickle(type, from: bytes)
  }

  /// Sets an attribute (`namespace.x = value`).
  public func set<T: Codable & Sendable>(_ attribute: String, _ value: T) throws {
    try reference.ask(
      .set, key: pickle(attribute), values: [pickle(value)], shownKey: attribute,
      shownValues: [label(of: value)], as: .dictSet)
  }

  /// Whether there is such an attribute (`hasattr(namespace, "x")`).
  public func contains(_ attribute: String) throws -> Bool {
    try reference.ask(.contains, key: pickle(attribute), shownKey: attribute).number != 0
  }

  /// Removes an attribute (`del namespace.x`).
  ///
  /// - Throws: ``AttributeError`` if there is none.
  public func remove(_ attribute: String) throws {
    let answer = try reference.ask(.remove, key: pickle(attribute), shownKey: attribute)
    if answer.status == .missing { throw AttributeError(attribute: attribute) }
  }

  /// The same namespace, in the process that decodes it.
  public init(from decoder: any Decoder) throws { reference = try ManagedReference(from: decoder) }

  /// What another process needs in order to reach the same namespace.
  public func encode(to encoder: any Encoder) throws { try reference.encode(to: encoder) }
}

/// A value in a manager's server process (`Manager().Value()`, `ValueProxy`). Reading and writing are
/// two steps.
///
/// Every method throws ``ManagerError`` where the server cannot be reached.
public struct ValueProxy<T: Codable & Sendable>: Codable, Sendable {
  private let namespace: NamespaceProxy

  /// What the value is called in the trace.
  static var attribute: String { "value" }

  init(_ reference: ManagedReference) { namespace = NamespaceProxy(reference) }

  /// Its name.
  public var name: String { namespace.name }

  /// Reads it (`value`).
  public func get() throws -> T { try namespace.get(Self.attribute) }

  /// Writes it (`value = …`).
  public func set(_ value: T) throws { try namespace.set(Self.attribute, value) }

  /// The same value, in the process that decodes it.
  public init(from decoder: any Decoder) throws { namespace = try NamespaceProxy(from: decoder) }

  /// What another process needs in order to reach the same value.
  public func encode(to encoder: any Encoder) throws { try namespace.encode(to: encoder) }
}
