/// The world as it goes along with a run's events from the first on: for those who have to know it
/// at each of them, without keeping a second trace.
public struct Walk: Sendable {
  /// The world after the events that were taken so far.
  public private(set) var world = World()

  /// Before the first event.
  public init() {}

  /// Takes the next event of a ``Trace``.
  public mutating func take(_ event: Event) { _ = world.apply(event) }
}
