extension ObjectState {
  /// A lock's holders and waiters. What only one can hold at a time has at most one holder.
  public struct LockState: Sendable, Hashable {
    /// How often a holder had taken it at most.
    public internal(set) var greatestDepth: Int64 = 0
    /// The lanes that wait for it, the longest first.
    public internal(set) var waiters: [LaneIndex] = []
    /// How often it was taken from being free.
    public internal(set) var acquisitions = 0
    /// How often somebody had to wait for it.
    public internal(set) var contentions = 0
    /// Who gave it back last, when, and at which place in the trace.
    var lastReleaser: LaneIndex?
    var lastRelease: UInt64 = 0
    var lastReleaseSeq = 0
    /// Most locks have one holder: it is kept without an array.
    private var first: Holder?
    private var others: [Holder] = []

    /// A lane that holds a lock.
    public struct Holder: Sendable, Hashable {
      /// Who.
      public let lane: LaneIndex
      /// Whether others may hold it at the same time, if they share it, too.
      public let isShared: Bool
      /// How often it has taken it (more than once for an RLock only).
      public internal(set) var depth: Int64
      /// Since when, nanoseconds of the trace's clock.
      public let since: UInt64
      /// The place in the trace of the event that took it.
      public let sinceSeq: Int
    }

    /// Who holds it, first taken first.
    public var holders: [Holder] { (first.map { [$0] } ?? []) + others }
    /// Whether nobody holds it.
    public var isFree: Bool { first == nil }
    /// The lane that has held it longest.
    public var owner: LaneIndex? { first?.lane }
    /// The one that has held it longest.
    public var holder: Holder? { first }
    /// How often ``owner`` has taken it (more than once for an RLock only).
    public var depth: Int64 { first?.depth ?? 0 }

    /// What a lane has of it; nil where it holds it not.
    public func holder(_ lane: LaneIndex) -> Holder? {
      if let first, first.lane == lane { return first }
      return others.first { $0.lane == lane }
    }

    /// A lane holds it from now on, together with those who hold it already.
    mutating func add(_ holder: Holder) {
      if first == nil { first = holder } else { others.append(holder) }
    }

    /// A lane that holds it has taken it so often now.
    mutating func setDepth(_ depth: Int64, of lane: LaneIndex) {
      if first?.lane == lane {
        first?.depth = depth
      } else if let place = others.firstIndex(where: { $0.lane == lane }) {
        others[place].depth = depth
      }
    }

    /// A lane holds it no longer.
    mutating func remove(_ lane: LaneIndex) {
      if first?.lane == lane {
        first = others.isEmpty ? nil : others.removeFirst()
      } else if let place = others.firstIndex(where: { $0.lane == lane }) {
        others.remove(at: place)
      }
    }
  }
}
