/// One object of a run, as it is at one moment.
public struct ObjectState: Sendable, Hashable {
  /// Its identity.
  public let id: ObjectID
  /// What it is.
  public internal(set) var kind: ObjectKind
  /// Its name, as its creator gave it: `lock-1`, `counter`.
  public internal(set) var name: String
  /// Queue: the most items that it holds, or 0 for any number. Pool: its workers. Semaphore: what
  /// it counted at first. Barrier: its parties. Else 0.
  public internal(set) var capacity: Int64
  /// What is in it.
  public internal(set) var content: Content
  /// Whether its creator has introduced it; if not, kind and name are made up from its use.
  public internal(set) var isDefined: Bool

  /// What an object of each kind holds.
  public enum Content: Sendable, Hashable {
    /// A lock or rlock.
    case lock(LockState)
    /// A queue.
    case queue(QueueState)
    /// A shared value.
    case value(ValueState)
    /// A dict, list or array.
    case entries([Entry])
    /// A pool of workers.
    case pool(PoolState)
    /// One private variable: its owner's lane, and its value as text.
    case variable(owner: LaneIndex?, text: String)
    /// A manager, whose server owns dicts and lists.
    case manager
    /// A semaphore or bounded semaphore.
    case semaphore(SemaphoreState)
    /// A condition.
    case condition(ConditionState)
    /// An event.
    case event(EventState)
    /// A barrier.
    case barrier(BarrierState)
  }

  /// A lock's holder and waiters.
  public struct LockState: Sendable, Hashable {
    /// The lane that holds it.
    public internal(set) var owner: LaneIndex?
    /// How often its owner has taken it (more than once for an RLock only).
    public internal(set) var depth: Int64 = 0
    /// How often an owner had taken it at most.
    public internal(set) var greatestDepth: Int64 = 0
    /// Since when it is held, nanoseconds of the trace's clock.
    public internal(set) var since: UInt64 = 0
    /// The place in the trace of the event that took it.
    public internal(set) var sinceSeq = 0
    /// The lanes that wait for it, the longest first.
    public internal(set) var waiters: [LaneIndex] = []
    /// How often it was taken from being free.
    public internal(set) var acquisitions = 0
    /// How often somebody had to wait for it.
    public internal(set) var contentions = 0
    /// Who gave it back last, when, and at which place in the trace.
    var lastReleaser: LaneIndex?
    var lastRelease: UInt64 = 0
    var lastReleaseSeq = 0
  }

  /// A queue's items and those who wait for them.
  public struct QueueState: Sendable, Hashable {
    /// How many items ``items`` gives at most.
    public static let shown = 64
    /// The items in it, the next one first; at most ``shown`` of them, ``depth`` counts all.
    public var items: [Item] { waiting.prefix(Self.shown) }
    /// How many items are in it.
    public var depth: Int64 { Int64(waiting.count) }
    /// How many were ever put.
    public internal(set) var puts = 0
    /// How many were ever got.
    public internal(set) var gets = 0
    /// The lanes that wait for an item.
    public internal(set) var getters: [LaneIndex] = []
    /// The lanes that wait for room.
    public internal(set) var putters: [LaneIndex] = []
    /// How many items were put and not yet said to be done with (`task_done`).
    public internal(set) var unfinished: Int64 = 0
    /// Whether somebody counts that: a `JoinableQueue`.
    public internal(set) var countsTasks = false
    /// The lanes that wait until all are done with (`JoinableQueue.join`).
    public internal(set) var joiners: [LaneIndex] = []
    /// Who has which end open, if this is one direction of a pipe.
    public internal(set) var ends: PipeEnds?
    /// All items in it.
    var waiting = ItemLine()
  }

  /// An item of a queue.
  public struct Item: Sendable, Hashable {
    /// Its serial number, which links the put to the get.
    public let serial: UInt64
    /// What its process called it.
    public let text: String
    /// Who put it.
    public let from: LaneIndex
    /// The place in the trace of the event that put it.
    public let seq: Int
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
    /// How often it was read.
    public internal(set) var reads = 0
    /// How often it was written.
    public internal(set) var writes = 0
    /// Who wrote it last.
    public internal(set) var lastWriter: LaneIndex?
  }

  /// An entry of a dict, or an element of a list or array.
  public struct Entry: Sendable, Hashable {
    /// Its key, or its place as text.
    public let key: String
    /// Its value as text.
    public internal(set) var value: String
    /// Who set it.
    public internal(set) var by: LaneIndex?
  }

  /// A pool's tasks.
  public struct PoolState: Sendable, Hashable {
    /// The tasks, in the order in which they were submitted; of very many, the newest.
    public internal(set) var tasks: [Task] = []
    /// How many tasks came before those in ``tasks``: all of them have ended.
    public internal(set) var forgotten = 0
    /// How many run now.
    public internal(set) var running = 0
    /// How many have ended.
    public internal(set) var ended = 0
    /// How many nobody has begun.
    public var pending: Int { forgotten + tasks.count - running - ended }
    /// The most that ever ran at once.
    public internal(set) var peak = 0
    /// Whether it takes no more tasks (`shutdown`): workers that find none end.
    public internal(set) var isClosing = false
    /// Places of tasks whose serial number is not their place plus one.
    var strays: [UInt64: Int] = [:]
  }

  /// A task of a pool.
  public struct Task: Sendable, Hashable {
    /// Its number, from 1.
    public let serial: UInt64
    /// What its process called it.
    public let text: String
    /// How far it has come.
    public internal(set) var stage: Stage
    /// Who submitted it, and the place in the trace of the event that did.
    let from: LaneIndex
    let submittedSeq: Int
    /// The place in the trace where its outcome was known; 0 before.
    var endSeq = 0

    /// How far a task has come.
    public enum Stage: Sendable, Hashable {
      /// It was submitted.
      case pending
      /// A worker is at it.
      case running(LaneIndex)
      /// It has an outcome: `ok`, `error: …` or `cancelled`.
      case ended(LaneIndex?, outcome: String)
    }

    /// Whether it has an outcome.
    var hasEnded: Bool { if case .ended = stage { true } else { false } }
  }
}
