/// One choice of a schedule: who moves next. What it does is its pending operation: if that can
/// happen, it does; if not, and it waits for a limited time, its time is up.
public struct Move: Hashable, Sendable {
  /// Who moves.
  public let lane: LanePath
  /// The line that is typed for it, where its operation reads standard input; else nil.
  public let line: String?

  /// A move of `lane`.
  public init(_ lane: LanePath, line: String? = nil) {
    self.lane = lane
    self.line = line
  }
}
