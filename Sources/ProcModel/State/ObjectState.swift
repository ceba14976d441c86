/// One object of a run, as it is at one moment.
public struct ObjectState: Sendable, Hashable {
  /// Its identity.
  public let id: ObjectID
  /// What it is.
  public let kind: ObjectKind
  /// Its name, as its creator gave it: `lock-1`, `counter`.
  public let name: String
  /// Queue: the most items that it holds, or 0 for any number. Pool: its workers. Else 0.
  public let capacity: Int64
  /// What is in it.
  public internal(set) var content: Content

  /// What an object of each kind holds.
  public enum Content: Sendable, Hashable {
    case lock(LockState)
    case queue(QueueState)
    case value(ValueState)
    case entries([Entry])
    case pool(PoolState)
    /// One private variable: its owner's lane, and its value as text.
    case variable(owner: LaneIndex?, text: String)
    case manager
  }

  /// A lock's holder and waiters.
  public struct LockState: Sendable, Hashable {
    /// The lane that holds it.
    public internal(set) var owner: LaneIndex?
    /// How often its owner has taken it (more than once for an RLock only).
    public internal(set) var depth: Int64 = 0
    /// Since when it is held, nanoseconds of the trace's clock.
    public internal(set) var since: UInt64 = 0
    /// The lanes that wait for it, the longest first.
    public internal(set) var waiters: [LaneIndex] = []
    /// How often it was taken from being free.
    public internal(set) var acquisitions = 0
  }

  /// A queue's items and those who wait for them.
  public struct QueueState: Sendable, Hashable {
    /// The items in it, the next one first; at most ``shown`` are kept, ``depth`` counts all.
    public internal(set) var items: [Item] = []
    /// How many items are in it.
    public internal(set) var depth: Int64 = 0
    /// How many were ever put, and got.
    public internal(set) var puts = 0
    public internal(set) var gets = 0
    /// The lanes that wait for an item, and those that wait for room.
    public internal(set) var getters: [LaneIndex] = []
    public internal(set) var putters: [LaneIndex] = []
  }

  /// An item of a queue.
  public struct Item: Sendable, Hashable {
    /// Its serial number, which links the put to the get.
    public let serial: UInt64
    /// What its process called it.
    public let text: String
    /// Who put it.
    public let from: LaneIndex
  }

  /// A shared value.
  public struct ValueState: Sendable, Hashable {
    /// The value as text.
    public internal(set) var text = "0"
    /// The value, where it is a whole number.
    public internal(set) var number: Int64?
    /// What it ought to be in the end, if the program said so.
    public internal(set) var expected: Int64?
    /// Whether less than expected is right, too.
    public internal(set) var atMost = false
    /// How many updates were overwritten by somebody who had not seen them.
    public internal(set) var lostUpdates = 0
    /// How often it was read, and written.
    public internal(set) var reads = 0
    public internal(set) var writes = 0
  }

  /// An entry of a dict, or an element of a list or array.
  public struct Entry: Sendable, Hashable {
    public let key: String
    public internal(set) var value: String
    /// Who set it.
    public internal(set) var by: LaneIndex?
  }

  /// A pool's tasks.
  public struct PoolState: Sendable, Hashable {
    /// Tasks by serial number, in the order in which they were submitted.
    public internal(set) var tasks: [Task] = []
    /// How many run now, and how many have ended.
    public internal(set) var running = 0
    public internal(set) var ended = 0
    /// The most that ever ran at once.
    public internal(set) var peak = 0
  }

  /// A task of a pool.
  public struct Task: Sendable, Hashable {
    public let serial: UInt64
    public let text: String
    public internal(set) var stage: Stage
    /// How far a task has come.
    public enum Stage: Sendable, Hashable {
      case pending
      case running(LaneIndex)
      case ended(LaneIndex?, outcome: String)
    }
  }
}
