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
    var last: Signal?
  }

  /// An event's flag and those who wait for it.
  public struct EventState: Sendable, Hashable {
    /// Whether it is set.
    public internal(set) var isSet = false
    /// The lanes that wait until it is set, the longest first.
    public internal(set) var waiters: [LaneIndex] = []
    /// Those of them that it was set for: they go on, though it may have been cleared since.
    public internal(set) var released: [LaneIndex] = []
    /// Who set it last, and when.
    var last: Signal?
  }

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
      let signal: Signal
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

  /// A barrier's parties.
  public struct BarrierState: Sendable, Hashable {
    /// The running number of the present round, from 0.
    public internal(set) var generation: UInt64 = 0
    /// Who has come in this round, in order.
    public internal(set) var arrived: [LaneIndex] = []
    /// Who may pass and has not done so yet: all had come.
    public internal(set) var released: [LaneIndex] = []
    /// Who was there when the barrier broke, and has not noticed yet.
    public internal(set) var failed: [LaneIndex] = []
    /// Whether it is broken.
    public internal(set) var isBroken = false
    /// The last to come, while it runs the barrier's action.
    public internal(set) var acting: LaneIndex?
    /// Who came last, and when.
    var last: Signal?
  }

  /// Something that a lane has given, which others take.
  struct Signal: Sendable, Hashable {
    let by: LaneIndex
    let time: UInt64
    let seq: Int
  }
}
