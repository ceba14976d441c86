extension ObjectState {
  /// A shared value.
  public struct ValueState: Sendable, Hashable {
    /// The value as text.
    public internal(set) var text = "0"
    /// The value, where it is a whole number.
    public internal(set) var number: Int64?
    /// What it ought to be in the end, if the program said so.
    public internal(set) var expected: Int64?
    /// Whether less than expected is right, too.
    public internal(set) var atMost = false
    /// How many updates were overwritten by somebody who had not seen them.
    public internal(set) var lostUpdates = 0
    /// How often it was read.
    public internal(set) var reads = 0
    /// How often it was written.
    public internal(set) var writes = 0
    /// Who wrote it last.
    public internal(set) var lastWriter: LaneIndex?
  }
}
