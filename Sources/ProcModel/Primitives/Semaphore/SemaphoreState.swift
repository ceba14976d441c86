extension ObjectState {
  /// A semaphore's count and those who wait.
  public struct SemaphoreState: Sendable, Hashable {
    /// How many units are free.
    public internal(set) var count: Int64 = 0
    /// The lanes that wait for a unit, the longest first.
    public internal(set) var waiters: [LaneIndex] = []
    /// How often a unit was taken.
    public internal(set) var acquisitions = 0
    /// How often somebody had to wait.
    public internal(set) var contentions = 0
    /// Who gave a unit back last, and when.
    var last: Given?
  }
}
