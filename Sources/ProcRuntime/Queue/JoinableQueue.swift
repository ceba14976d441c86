/// A queue that knows when all items that were put into it have been processed
/// (`multiprocessing.JoinableQueue`).
///
/// Each item that is put is an unfinished task until its consumer calls ``taskDone()``; ``join()``
/// waits until there are none. Otherwise it is a ``Queue``.
public final class JoinableQueue<Item: Codable & Sendable>: Codable, Sendable {
  private let queue: Queue<Item>

  /// A new queue (`JoinableQueue(maxsize)`).
  ///
  /// - Parameters:
  ///   - maxSize: the most items that it holds; 0 or less: any number.
  ///   - name: its name in the viewer; nil: `queue-1`, `queue-2`, …
  public init(maxSize: Int = 0, name: String? = nil) { queue = Queue(maxSize: maxSize, name: name) }

  /// Its name.
  public var name: String { queue.name }

  /// Says that an item has been processed (`task_done`).
  ///
  /// - Throws: ``QueueError/taskDoneTooOften(_:)`` if there were not as many items.
  public func taskDone() throws { try queue.core.taskDone() }

  /// Waits until every item has been processed (`join`).
  ///
  /// - Throws: nothing at present; what waiting might throw.
  public func join() throws { try queue.core.join() }

  /// Puts an item in, and waits until there is room (`put`).
  ///
  /// - Throws: as ``Queue/put(_:blocking:timeout:)``.
  public func put(_ item: Item, blocking: Bool = true, timeout: Duration? = nil) throws {
    try queue.put(item, blocking: blocking, timeout: timeout)
  }

  /// Takes the oldest item out, and waits until there is one (`get`).
  ///
  /// - Throws: as ``Queue/get(blocking:timeout:)``.
  public func get(blocking: Bool = true, timeout: Duration? = nil) throws -> Item {
    try queue.get(blocking: blocking, timeout: timeout)
  }

  /// Puts an item in if there is room now (`put_nowait`).
  ///
  /// - Throws: as ``Queue/put(_:blocking:timeout:)``.
  public func putNoWait(_ item: Item) throws { try queue.putNoWait(item) }

  /// Takes the oldest item out if there is one now (`get_nowait`).
  ///
  /// - Throws: as ``Queue/get(blocking:timeout:)``.
  public func getNoWait() throws -> Item { try queue.getNoWait() }

  /// How many items are in it at the moment (`qsize`).
  public func qsize() -> Int { queue.qsize() }

  /// Whether nothing is in it at the moment (`empty`).
  public func empty() -> Bool { queue.empty() }

  /// Whether it has reached its size at the moment (`full`); never, without a size.
  public func full() -> Bool { queue.full() }

  /// This process will not use it any more (`close`).
  public func close() { queue.close() }

  /// The same queue, in a spawned child.
  ///
  /// - Throws: `DecodingError` if it belongs to another program.
  public init(from decoder: any Decoder) throws { queue = try Queue(from: decoder) }

  /// What a spawned child needs in order to use the same queue.
  public func encode(to encoder: any Encoder) throws { try queue.encode(to: encoder) }
}
