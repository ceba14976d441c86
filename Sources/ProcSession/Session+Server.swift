import ProcModel
import ProcSystem

/// A session whose program serves one run after the other: each is a fork of a program that has
/// started already.
extension Session {
  /// How far a run of a server is.
  enum RunStage: Sendable {
    /// None was begun.
    case none
    /// It goes on.
    case running
    /// The host says that all its processes have ended; not everything has been collected.
    case ending
    /// It is over, and everything that it left has been collected.
    case over
  }

  /// Whether a run goes on, or has left something that has not been collected yet.
  public var isInRun: Bool { stage == .running || stage == .ending }

  /// Whether a run can be begun: the one before is over, and the server is still there.
  public var isReadyForRun: Bool { !isInRun && hostEndTime == nil }

  /// Begins a run, if it can be (``isReadyForRun``).
  ///
  /// - Returns: whether it was begun.
  public func beginRun() -> Bool {
    guard isReadyForRun else { return false }
    watch.reset()
    mainPid = nil
    mainEnd = nil
    stage = .running
    host.tell(.run)
    return true
  }

  /// Ends the present run before its time. It is over when ``isInRun`` says so.
  public func endRun() { if stage == .running { host.tell(.endRun) } }

  /// Whether a process or thread has said that it ends, or was sent a signal that ends it, and has
  /// not died yet. Until it has, what others learn of it would depend on how far it has come.
  public var hasDying: Bool { watch.hasDying(now: MonotonicClock.now) }
}
