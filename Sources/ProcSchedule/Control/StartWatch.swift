/// Watches a program that has not reported anything yet. A slow start is no failure: a machine may be
/// busy, a disk cold, a process stopped.
public struct StartWatch: Sendable {
  private let limits: RunLimits
  private var clock: WaitClock
  private var hasBegun = false

  /// What is to be thought of a program that has not reported anything.
  public enum Verdict: Sendable, Hashable {
    /// It will.
    case starts
    /// It takes long, but it has had no time: it gets no CPU, or was stopped.
    case isSlow
    /// It has had all the time that it needs, and does not speak: it has used CPU, or sleeps.
    case isSilent
  }

  /// A watch for a program that is about to be started.
  public init(_ limits: RunLimits = .watched) {
    self.limits = limits
    clock = WaitClock(interval: limits.interval, forgivesStops: true)
  }

  /// Time has passed without a word.
  public mutating func look(_ glance: Glance) -> Verdict {
    if hasBegun { clock.pass(glance) } else { clock.restart(glance) }
    hasBegun = true
    if clock.charged >= limits.start { return .isSilent }
    return clock.watched >= limits.start ? .isSlow : .starts
  }
}
