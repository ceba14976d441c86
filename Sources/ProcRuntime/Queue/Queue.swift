import Synchronization

/// A queue through which processes hand each other items, first in, first out
/// (`multiprocessing.Queue`).
///
/// It can be used across fork and, as an argument, across spawn. Items cross as bytes, so what
/// comes out is a copy. Unlike Python's, which hands items to a thread of its own, `put` returns
/// when the item is in. Items lie in 1 MiB of shared memory; a queue without a size that has filled
/// it makes `put` wait like one that has reached its size.
public final class Queue<Item: Codable & Sendable>: Codable, Sendable {
  let core: QueueCore
  /// Closing is each process's own affair.
  private let isClosed = Atomic<Bool>(false)

  /// A new queue (`Queue(maxsize)`).
  ///
  /// - Parameters:
  ///   - maxSize: the most items that it holds; 0 or less: any number.
  ///   - name: its name in the viewer; nil: `queue-1`, `queue-2`, …
  public init(maxSize: Int = 0, name: String? = nil) {
    core = QueueCore(maxSize: maxSize, name: name)
  }

  /// Its name.
  public var name: String { core.object.name }

  /// Puts an item in, and waits until there is room (`put`).
  ///
  /// - Parameters:
  ///   - blocking: whether to wait at all.
  ///   - timeout: the longest time to wait; nil: no limit.
  /// - Throws: ``Full`` if there was no room in time; ``QueueError``; what encoding the item throws.
  public func put(_ item: Item, blocking: Bool = true, timeout: Duration? = nil) throws {
    try checkOpen()
    let payload = try pickle(item)
    let text = Tracer.isOn ? label(of: item) : ""
    let deadline = deadline(blocking: blocking, timeout: timeout)
    guard try core.put(payload, text: text, until: deadline) else { throw Full(queue: name) }
  }

  /// Takes the oldest item out, and waits until there is one (`get`).
  ///
  /// - Parameters:
  ///   - blocking: whether to wait at all.
  ///   - timeout: the longest time to wait; nil: no limit.
  /// - Throws: ``Empty`` if there was none in time; ``QueueError/closed(_:)``; what decoding the
  ///   item throws.
  public func get(blocking: Bool = true, timeout: Duration? = nil) throws -> Item {
    try checkOpen()
    let deadline = deadline(blocking: blocking, timeout: timeout)
    guard let payload = try core.get(until: deadline) else { throw Empty(queue: name) }
    return try unpickle(Item.self, from: payload)
  }

  /// Puts an item in if there is room now (`put_nowait`).
  ///
  /// - Throws: as ``put(_:blocking:timeout:)``.
  public func putNoWait(_ item: Item) throws { try put(item, blocking: false) }

  /// Takes the oldest item out if there is one now (`get_nowait`).
  ///
  /// - Throws: as ``get(blocking:timeout:)``.
  public func getNoWait() throws -> Item { try get(blocking: false) }

  /// How many items are in it at the moment (`qsize`).
  public func qsize() -> Int { core.look("qsize") }

  /// Whether nothing is in it at the moment (`empty`).
  public func empty() -> Bool { core.look("empty") == 0 }

  /// Whether it has reached its size at the moment (`full`); never, without a size.
  public func full() -> Bool {
    let count = core.look("full")
    return core.maxSize > 0 && count >= core.maxSize
  }

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
