/// The history of all lanes as it is drawn: what each did and since when, the marks on its line,
/// and the connectors between lanes. It only grows.
///
/// Everything in it refers to its place in the trace, and takes few bytes: all other data is in the
/// trace. ``Run`` puts both together (``Run/spans(of:)``, ``Run/marks(of:)``, ``Run/connectors``,
/// ``Run/sample(_:over:)``).
public struct Timeline: Sendable {
  /// The history of each lane, by ``LaneIndex``.
  var lanes: [LaneHistory] = []
  /// What was passed from one lane to another, in the order of arrival.
  var connectors = ConnectorArray()
  /// The places in ``connectors`` of the starts of lanes.
  var starts: [Int] = []
  var looks = LookTable()

  /// The history of one lane.
  struct LaneHistory: Sendable {
    var spans = SpanHistory()
    var marks = MarkHistory()
  }

  /// From `seq` on until the next span, a lane did this.
  public struct Span: Sendable, Hashable {
    /// The place in the trace of the event with which it began.
    public let seq: Int
    /// When that was, nanoseconds of the trace's clock.
    public let start: UInt64
    /// What the lane did. The end of a sleep, and the task whose result it waits for, are not kept.
    public let activity: Activity
    /// The lock that it held meanwhile (the one taken last), or none.
    public let holding: ObjectID
  }

  /// A point on a lane's line.
  public struct Mark: Sendable, Hashable {
    /// The event's place in the trace.
    public let seq: Int
    /// What it stands for.
    public let shape: Shape
    /// Whether this is where something went wrong.
    public let isWrong: Bool

    /// What the mark stands for; the view decides how it looks.
    public enum Shape: UInt8, Sendable, Hashable, CaseIterable {
      case begin, read, write, put, get, set, fetched, served, joined, timedOut
      case taken, given, notified, cleared, woken, arrived, passed, broken
      case taskBegin, taskEnd, typed, printed, noted, remembered
      case ended, failed, killed

      /// Whether a lane is over after it.
      public var isEnd: Bool { self == .ended || self == .failed || self == .killed }
    }
  }

  /// Something that was passed from one lane to another at a later time.
  public struct Connector: Sendable, Hashable {
    /// What was passed.
    public let kind: Kind
    /// The lane that gave it.
    public let from: LaneIndex
    /// The place in the trace of the event that gave it.
    public let fromSeq: Int
    /// When that was, nanoseconds of the trace's clock.
    public let fromTime: UInt64
    /// The lane that took it.
    public let to: LaneIndex
    /// The place in the trace of the event that took it.
    public let toSeq: Int
    /// When that was, nanoseconds of the trace's clock.
    public let toTime: UInt64

    /// What was handed over: start to begin, put to get, release to acquire, a manager's request
    /// and its answer, a task and its result, and what semaphores, conditions, events and barriers
    /// let others go on by: release to acquire, notify or set to wake, the last arrival to pass.
    public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
      case start, item, lock, request, task, signal
    }
  }

  /// An empty history.
  public init() {}
}
