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

  /// Begins a run; the one before must be over.
  public func beginRun() {
    precondition(!isInRun, "a run begins when the one before is over")
    watch.reset()
    mainPid = nil
    mainEnd = nil
    stage = .running
    host.tell(.run)
  }

  /// Ends the present run before its time. It is over when ``isInRun`` says so.
  public func endRun() { if stage == .running { host.tell(.endRun) } }

  /// Whether a process has said that it ends, or was sent a signal that ends it, and has not died
  /// yet. Until it has, what others learn of it would depend on how far it has come.
  public var hasDying: Bool { watch.hasDying(now: monotonicNow()) }
}
