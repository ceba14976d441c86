extension ObjectState {
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
    var last: Given?
  }
}
