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
}
