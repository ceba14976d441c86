/// Everything that is known of a run at one moment: a value that grows by one event at a time, and
/// that is cheap to keep a copy of.
public struct World: Sendable {
  /// The processes and threads, in the order in which they were first heard of.
  public internal(set) var lanes: [LaneState] = []
  /// The objects, in the order in which they were first heard of.
  public internal(set) var objects: [ObjectState] = []
  /// How many events made this world.
  public internal(set) var eventCount = 0
  /// How many events are known to be missing: gaps in the numbers of a lane.
  public internal(set) var lostCount = 0

  /// The world before the first event.
  public init() {}
}
