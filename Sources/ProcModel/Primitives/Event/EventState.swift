extension ObjectState {
  /// An event's flag and those who wait for it.
  public struct EventState: Sendable, Hashable {
    /// Whether it is set.
    public internal(set) var isSet = false
    /// The lanes that wait until it is set, the longest first.
    public internal(set) var waiters: [LaneIndex] = []
    /// Those of them that it was set for: they go on, though it may have been cleared since.
    public internal(set) var released: [LaneIndex] = []
    /// Who set it last, and when.
    var last: Given?
  }
}
