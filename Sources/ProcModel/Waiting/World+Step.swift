extension World {
  /// What would become of an operation before which a lane is held, if the lane were let go now.
  public func prospect(of pending: PendingOperation, by lane: LaneIndex) -> Prospect {
    // What does not wait happens in any case, if only to find that it cannot be done.
    if pending.blocking == .nonblocking || canHappen(pending, by: lane) { return .happens }
    return pending.blocking == .timed ? .timesOut : .waits
  }

  /// What would become of a pending operation.
  public enum Prospect: Sendable, Hashable {
    /// It would happen.
    case happens
    /// It cannot happen now; its time would be up.
    case timesOut
    /// It cannot happen now, and would go on waiting.
    case waits
  }

  /// The lane that a single step moves: the chosen one if it is held and not bound to wait, else, of
  /// those whose operation can happen, the one that has waited longest, else one whose time can run
  /// out; nil where there is none.
  public func nextToStep(chosen: LaneIndex?) -> LaneIndex? {
    if let chosen, lanes.indices.contains(chosen), let prospect = prospect(of: chosen),
      prospect != .waits
    {
      return chosen
    }
    return longestHeld(.happens) ?? longestHeld(.timesOut)
  }

  private func longestHeld(_ wanted: Prospect) -> LaneIndex? {
    lanes.indices.filter { prospect(of: $0) == wanted }
      .min { lanes[$0].sinceSeq < lanes[$1].sinceSeq }
  }

  /// What would become of a lane's pending operation; nil where it is not held.
  public func prospect(of lane: LaneIndex) -> Prospect? {
    guard case .held(let pending) = lanes[lane].activity else { return nil }
    return prospect(of: pending, by: lane)
  }
}
