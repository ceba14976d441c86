/// A flag that processes wait for until one of them sets it (`multiprocessing.Event`).
///
/// It works across fork and, as an argument, across spawn. Whoever waits while it is set for a
/// moment and cleared again goes on all the same.
public final class Event: Codable, Sendable {
  private let core: EventCore

  /// A new event, which is not set (`Event()`).
  ///
  /// - Parameter name: how the viewer calls it; nil: `event-1`, `event-2`, …
  public init(name: String? = nil) { core = EventCore(name: name) }

  /// Its name.
  public var name: String { core.object.name }

  /// Whether it is set now (`is_set`).
  public func isSet() -> Bool { core.isSet() }

  /// Sets it, which wakes all who wait (`set`).
  public func set() { core.set() }

  /// Clears it (`clear`): from now on, who waits really waits.
  public func clear() { core.clear() }

  /// Waits until it is set (`wait`).
  ///
  /// - Parameter timeout: how long to wait at most; nil: as long as it takes.
  /// - Returns: false if it was not set in time.
  @discardableResult
  public func wait(timeout: Duration? = nil) throws -> Bool {
    try core.wait(until: Deadline(after: timeout))
  }

  /// The same event, in a spawned child.
  ///
  /// - Throws: `DecodingError` if it is of another program.
  public init(from decoder: any Decoder) throws {
    core = try EventCore(SharedObject(from: decoder))
  }

  /// What a spawned child needs in order to use the same event.
  public func encode(to encoder: any Encoder) throws { try core.object.encode(to: encoder) }
}
