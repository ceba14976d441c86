import ProcModel

/// A fixed number of plain values in memory that processes share (`multiprocessing.Array`).
///
/// Reading and writing an element are two operations, as with ``Value``.
public final class SharedArray<T: BitwiseCopyable & Codable & CustomStringConvertible & Sendable>:
  Codable, Sendable
{
  private let elements: SharedElements<T>

  /// A new array (`Array(typecode, sequence)`).
  ///
  /// - Parameter name: its name in the viewer; nil: `array-1`, `array-2`, …
  public init(_ initial: [T], name: String? = nil) {
    elements = SharedElements(.array, initial, name: name)
  }

  /// Its name.
  public var name: String { elements.object.name }

  /// How many elements it has (`len`).
  public var count: Int { elements.count }

  /// Reads an element (`array[index]`). An index out of range is a programming error and ends the
  /// process.
  public func get(_ index: Int) -> T { elements.read(at: index) }

  /// Writes an element (`array[index] = …`). An index out of range is a programming error and ends
  /// the process.
  public func set(_ index: Int, _ value: T) { elements.set(value, at: index) }

  /// The elements, as ``get(_:)`` and ``set(_:_:)`` reach them.
  public subscript(index: Int) -> T {
    get { get(index) }
    set { set(index, newValue) }
  }

  /// The lock that comes with it (`get_lock`); it guards nothing unless it is used.
  public func getLock() -> RLock { elements.lock.get() }

  private enum CodingKeys: CodingKey { case object, count }

  /// The same array, in a spawned child.
  ///
  /// - Throws: `DecodingError` if it belongs to another program.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    elements = try SharedElements(
      container.decode(SharedObject.self, forKey: .object),
      count: container.decode(Int.self, forKey: .count))
  }

  /// What a spawned child needs in order to use the same array.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(elements.object, forKey: .object)
    try container.encode(elements.count, forKey: .count)
  }
}
