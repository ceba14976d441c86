extension ObjectState {
  /// A condition's waiters, and what came of the notifies.
  public struct ConditionState: Sendable, Hashable {
    /// The identity of its lock, once somebody has waited.
    public internal(set) var lock = ObjectID.none
    /// The lanes that wait for a notify, the longest first.
    public internal(set) var waiters: [LaneIndex] = []
    /// The lanes that were notified and have not woken up yet.
    public var notified: [LaneIndex] { calls.map(\.lane) }
    /// The last notify.
    public internal(set) var lastNotify: Notify?
    /// How many notifies came when nobody waited.
    public internal(set) var lostNotifies = 0
    /// The notifies under way.
    var calls: [Call] = []

    /// A notify that is under way to a lane.
    struct Call: Sendable, Hashable {
      let lane: LaneIndex
      let signal: Given
    }

    /// A notify, and whom it woke.
    public struct Notify: Sendable, Hashable {
      /// Who sent it.
      public let by: LaneIndex
      /// When, nanoseconds of the trace's clock.
      public let time: UInt64
      /// Its place in the trace.
      public let seq: Int
      /// Whom it woke; nobody: it was lost.
      public let woken: [LaneIndex]
    }
  }
}
