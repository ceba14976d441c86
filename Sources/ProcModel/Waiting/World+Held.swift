extension World {
  /// What a lane does, where one that is held at a gate before an operation that cannot happen, and
  /// that would wait for it as long as it takes, does wait for it: it makes no difference to it
  /// whether it waits at the gate or behind it.
  func wait(of lane: LaneIndex) -> Activity {
    let activity = lanes[lane].activity
    guard case .held(let pending) = activity, isHeldInVain(pending, by: lane) else {
      return activity
    }
    return self.activity(before: pending, by: lane)
  }

  /// Whether letting a lane go would not help it: its operation cannot happen, and it has all the
  /// time in the world.
  func isHeldInVain(_ pending: PendingOperation, by lane: LaneIndex) -> Bool {
    pending.blocking == .indefinite && !canHappen(pending, by: lane)
  }

  /// What a lane will do when it is let go before an operation that cannot happen.
  public func activity(before pending: PendingOperation, by lane: LaneIndex) -> Activity {
    blockedActivity(before: pending, by: lane) ?? lanes[lane].activity
  }

  /// Whether a lane is a server or worker that has nothing to do at the moment.
  func isIdle(_ lane: LaneIndex) -> Bool { wait(of: lane) == .idle }
}
