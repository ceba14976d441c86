/// What a blocked process waits for.
public enum Blocker: Sendable, Hashable {
  /// `Lock.acquire`: that nobody holds this lock.
  case lock(ObjectID)
  /// A share of this lock: that nobody holds it alone.
  case lockShare(ObjectID)
  /// `Process.join`: the end of the process with this identity.
  case join(ObjectID)
  /// `Queue.get`: an item in this queue.
  case get(ObjectID)
  /// `Queue.put`: room in this queue.
  case put(ObjectID)
  /// `JoinableQueue.join`: that all items of this queue are done with.
  case tasks(ObjectID)
  /// `Future.result`: the outcome of a task (serial number) of this pool.
  case result(pool: ObjectID, task: UInt64)
  /// A manager's answer about this object.
  case server(ObjectID)
  /// A line that somebody types.
  case input
  /// `Semaphore.acquire`: a unit of this semaphore.
  case semaphore(ObjectID)
  /// `Condition.wait`: a notify of this condition.
  case condition(ObjectID)
  /// `Event.wait`: that this event is set.
  case event(ObjectID)
  /// `Barrier.wait`: the others who are to come to this barrier.
  case barrier(ObjectID)
}

extension Blocker {
  /// The object that is waited at; of a join, the process; none for input.
  public var object: ObjectID {
    switch self {
    case .lock(let id), .lockShare(let id), .join(let id), .get(let id), .put(let id),
      .tasks(let id), .result(let id, _), .server(let id), .semaphore(let id), .condition(let id),
      .event(let id), .barrier(let id):
      id
    case .input: .none
    }
  }

  /// What will be reported when the wait is over; of a server, what answers most often.
  public var completion: EventKind {
    switch self {
    case .lock, .lockShare: .lockAcquire
    case .join: .joinDone
    case .get: .queueGet
    case .put: .queuePut
    case .tasks: .queueJoinDone
    case .result: .taskResult
    case .server: .dictGet
    case .input: .inputRead
    case .semaphore: .semaphoreAcquire
    case .condition: .conditionWake
    case .event: .eventWake
    case .barrier: .barrierPass
    }
  }

  /// The same without the number of a task, which differs each time.
  var asKept: Blocker {
    switch self {
    case .result(let pool, _): .result(pool: pool, task: 0)
    case .lock, .lockShare, .join, .get, .put, .tasks, .server, .input, .semaphore, .condition,
      .event, .barrier:
      self
    }
  }

  /// Whether it is a lock, or a share of one.
  public var isLock: Bool {
    switch self {
    case .lock, .lockShare: true
    case .join, .get, .put, .tasks, .result, .server, .input, .semaphore, .condition, .event,
      .barrier:
      false
    }
  }

  /// With which events it is hidden and shown.
  public var family: EventFamily {
    switch self {
    case .lock, .lockShare: .locks
    case .join: .processes
    case .get, .put, .tasks: .queues
    case .result: .pools
    case .server: .managers
    case .input: .output
    case .semaphore, .condition, .event, .barrier: .coordination
    }
  }
}
