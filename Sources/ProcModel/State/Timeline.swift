/// The history of all lanes as it is drawn: what each did from when on, the marks on its line, and
/// the connectors between lanes. It only grows; times are nanoseconds of the trace's clock and rise
/// within each array.
public struct Timeline: Sendable {
  /// The history of each lane, by ``LaneIndex``.
  public internal(set) var lanes: [LaneHistory] = []
  /// What was handed from one lane to another, by the time of arrival.
  public internal(set) var connectors: [Connector] = []

  /// For each block of connectors, the earliest departure in it.
  var earliestDepartures: [UInt64] = []

  /// The history of one lane.
  public struct LaneHistory: Sendable {
    /// What it did from each change on, until the next.
    public internal(set) var spans: [Span] = []
    /// Marks on the line.
    public internal(set) var marks: [Mark] = []
  }

  /// From `start` until the next span's start, a lane did this.
  public struct Span: Sendable, Hashable {
    /// When it began, nanoseconds of the trace's clock.
    public let start: UInt64
    /// What the lane did.
    public let activity: Activity
    /// The lock that it held meanwhile (the one taken last), or none.
    public let holding: ObjectID
  }

  /// A point on a lane's line.
  public struct Mark: Sendable, Hashable {
    /// When, nanoseconds of the trace's clock.
    public let time: UInt64
    /// The event's place in the trace.
    public let seq: Int
    /// What it stands for.
    public let shape: Shape
    /// What stands below the mark: a value, an item, an exit code, a task's
    /// number (`#3`); may be empty. It comes from a
    /// process and may hold anything.
    public let label: String
    /// Whether this is where something went wrong.
    public let isWrong: Bool

    /// What the mark stands for; how it looks is the view's business.
    public enum Shape: Sendable, Hashable, CaseIterable {
      case begin, read, write, put, get, set, fetched, served, joined, timedOut
      case taken, given, notified, cleared, woken, arrived, passed, broken
      case taskBegin, taskEnd, typed, printed, noted, remembered
      case ended, failed, killed
    }
  }

  /// Something handed over: from one lane at one time to another lane at a later one.
  public struct Connector: Sendable, Hashable {
    /// What was handed over.
    public let kind: Kind
    /// Who gave it.
    public let from: LaneIndex
    /// When it was given, nanoseconds of the trace's clock.
    public let fromTime: UInt64
    /// Who took it.
    public let to: LaneIndex
    /// When it was taken, nanoseconds of the trace's clock.
    public let toTime: UInt64
    /// The lock, queue, dict or pool that it went through; none for a start.
    public let object: ObjectID

    /// What was handed over: start to begin, put to get, release to acquire, a manager's request
    /// and its answer, a task and its result, and what semaphores, conditions, events and barriers
    /// let others go on by: release to acquire, notify or set to wake, the last arrival to pass.
    public enum Kind: Sendable, Hashable, CaseIterable {
      case start, item, lock, request, task, signal
    }
  }

  /// An empty history.
  public init() {}
}
