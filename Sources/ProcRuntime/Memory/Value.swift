import ProcModel

/// One number or other plain value in memory that processes share (`multiprocessing.Value`).
///
/// Reading and writing are two operations: without a lock, a write by another process in between is
/// lost. It can be used across fork and, as an argument, across spawn.
public final class Value<T: BitwiseCopyable & Codable & CustomStringConvertible & Sendable>:
  Codable, Sendable
{
  private let elements: SharedElements<T>

  /// A new value (`Value(typecode, initial)`).
  ///
  /// - Parameter name: its name in the viewer; nil: `value-1`, `value-2`, …
  public init(_ initial: T, name: String? = nil) {
    elements = SharedElements(.value, [initial], name: name)
  }

  /// Its name.
  public var name: String { elements.object.name }

  /// Reads it (`value`).
  public func get() -> T { elements.read(at: 0) }

  /// Writes it (`value = …`).
  public func set(_ value: T) { elements.set(value, at: 0) }

  /// The lock that comes with it (`get_lock`); it guards nothing unless it is used.
  public func getLock() -> RLock { elements.lock.get() }

  /// Tells the viewer which value it should have at the end.
  ///
  /// - Parameter atMost: whether less is right, too.
  public func expect(_ number: Int, atMost: Bool = false) {
    Tracer.emit(
      .expect, object: elements.object.id, value: Int64(number), flags: atMost ? .atMost : [])
  }

  /// The same value, in a spawned child.
  ///
  /// - Throws: `DecodingError` if it belongs to another program.
  public init(from decoder: any Decoder) throws {
    elements = try SharedElements(SharedObject(from: decoder), count: 1)
  }

  /// What a spawned child needs in order to use the same value.
  public func encode(to encoder: any Encoder) throws { try elements.object.encode(to: encoder) }
}
