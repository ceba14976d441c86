import Synchronization

/// A queue without a maximum size and without timeouts (`multiprocessing.SimpleQueue`).
///
/// It can be used across fork and, as an argument, across spawn. Items are stored in 1 MiB of
/// shared memory; when that is full, `put` waits.
public final class SimpleQueue<Item: Codable & Sendable>: Codable, Sendable {
  private let core: QueueCore
  /// Each process closes it for itself.
  private let isClosed = Atomic<Bool>(false)

  /// A new queue (`SimpleQueue()`).
  ///
  /// - Parameter name: its name in the viewer; nil: `queue-1`, `queue-2`, …
  public init(name: String? = nil) { core = QueueCore(name: name) }

  /// Its name.
  public var name: String { core.object.name }

  /// Puts an item in (`put`).
  ///
  /// - Throws: ``QueueError``; what encoding the item throws.
  public func put(_ item: Item) throws {
    try checkOpen()
    _ = try core.put(pickle(item), text: Tracer.isOn ? label(of: item) : "", until: .never)
  }

  /// Takes the oldest item out, and waits until there is one (`get`).
  ///
  /// - Throws: ``QueueError/closed(_:)``; what decoding the item throws.
  public func get() throws -> Item {
    try checkOpen()
    guard let payload = try core.get(until: .never) else { throw Empty(queue: name) }
    return try unpickle(Item.self, from: payload)
  }

  /// Whether nothing is in it at the moment (`empty`).
  public func empty() -> Bool { core.look("empty") == 0 }

  /// This process will not use it any more (`close`).
  public func close() { isClosed.store(true, ordering: .relaxed) }

  private func checkOpen() throws {
    if isClosed.load(ordering: .relaxed) { throw QueueError.closed(name) }
  }

  /// The same queue, in a spawned child.
  ///
  /// - Throws: `DecodingError` if it belongs to another program.
  public init(from decoder: any Decoder) throws {
    core = try QueueCore(SharedObject(from: decoder))
  }

  /// What a spawned child needs in order to use the same queue.
  public func encode(to encoder: any Encoder) throws { try core.object.encode(to: encoder) }
}
