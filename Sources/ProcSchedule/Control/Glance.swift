/// What whoever steers a run knows at one moment, besides the events.
public struct Glance: Sendable, Hashable {
  /// When, in nanoseconds of any clock that does not go back.
  public let time: UInt64
  /// Whether a process or thread has said that it ends, or was sent a signal that ends it, and has
  /// not died yet.
  public let hasDying: Bool
  /// What the processes of the run have done; nil: not known, or of no interest, since there were
  /// events.
  public let activity: TaskActivity?

  /// A glance.
  public init(time: UInt64, hasDying: Bool, activity: TaskActivity?) {
    self.time = time
    self.hasDying = hasDying
    self.activity = activity
  }
}

/// What some processes and threads have done so far, and do now, as the kernel tells.
public struct TaskActivity: Sendable, Hashable {
  /// How much CPU they have used together, in nanoseconds.
  public let cpu: UInt64
  /// What they do.
  public let state: State

  /// An activity.
  public init(cpu: UInt64, state: State) {
    self.cpu = cpu
    self.state = state
  }

  /// What several processes do. Of some that do different things, the last of these counts.
  public enum State: Int, Sendable, Hashable, Comparable {
    /// All sleep of their own will, or have ended.
    case asleep
    /// One would go on, if the machine let it: it computes, is kept waiting for a CPU, or for a disk.
    case running
    /// One was stopped (SIGSTOP).
    case stopped

    /// The order in which they count.
    public static func < (a: State, b: State) -> Bool { a.rawValue < b.rawValue }
  }
}
