import ProcModel
public import ProcSchedule
import ProcSystem

/// What whoever steers the run has to know besides its events.
extension Session {
  /// How long nothing has to have come before it is asked what the processes do, and how old an
  /// answer may be, in nanoseconds: to ask costs a millisecond.
  private static let quiet: UInt64 = 50_000_000

  /// The time, who is dying, and what the processes do where nothing has come from them for a while.
  public func glance() -> Glance {
    let now = MonotonicClock.now
    return Glance(time: now, hasDying: watch.hasDying(now: now), activity: activity(now: now))
  }

  private func activity(now: UInt64) -> TaskActivity? {
    guard hostEndTime == nil, now >= lastNewsTime + Self.quiet else { return nil }
    if let lastActivity, now < lastActivity.time + Self.quiet { return lastActivity.activity }
    let activity = TaskActivity.ofGroup(host.pid)
    lastActivity = (activity, now)
    return activity
  }
}
