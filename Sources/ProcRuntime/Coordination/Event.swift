/// A flag that processes wait for until one of them sets it (`multiprocessing.Event`).
///
/// It can be used across fork and, as an argument, across spawn. A waiter goes on even if the event
/// is set only for a moment and cleared again.
public final class Event: Codable, Sendable {
  private let core: EventCore

  /// A new event, which is not set (`Event()`).
  ///
  /// - Parameter name: its name in the viewer; nil: `event-1`, `event-2`, …
  public init(name: String? = nil) { core = EventCore(name: name) }

  /// Its name.
  public var name: String { core.object.name }

  /// Whether it is set now (`is_set`).
  public func isSet() -> Bool { core.isSet() }

  /// Sets it, which wakes all waiters (`set`).
  public func set() { core.set() }

  /// Clears it (`clear`): from now on, `wait` waits.
  public func clear() { core.clear() }

  /// Waits until it is set (`wait`).
  ///
  /// - Parameter timeout: the longest time to wait; nil: no limit.
  /// - Returns: false if it was not set in time.
  @discardableResult
  public func wait(timeout: Duration? = nil) throws -> Bool {
    try core.wait(until: Deadline(after: timeout))
  }

  /// The same event, in a spawned child.
  ///
  /// - Throws: `DecodingError` if it belongs to another program.
  public init(from decoder: any Decoder) throws {
    core = try EventCore(SharedObject(from: decoder))
  }

  /// What a spawned child needs in order to use the same event.
  public func encode(to encoder: any Encoder) throws { try core.object.encode(to: encoder) }
}
