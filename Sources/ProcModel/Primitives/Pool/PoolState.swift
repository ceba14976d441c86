extension ObjectState {
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
