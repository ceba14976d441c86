import ProcModel

/// A lock, and a line of processes that wait until another one notifies them that something has
/// changed (`multiprocessing.Condition`).
///
/// It works across fork and, as an argument, across spawn. To wait means to give the lock up, to
/// wait for a notify, and to take the lock again. A notify when nobody waits is lost. Those who have
/// waited longest are notified first; if one of them is killed before it wakes up, its notify goes
/// to the next in line.
public final class Condition: Codable, Sendable {
  /// The lock, of either kind.
  private enum Base: Sendable {
    case lock(Lock)
    case rlock(RLock)

    var core: LockCore {
      switch self {
      case .lock(let lock): lock.core
      case .rlock(let lock): lock.core
      }
    }
  }

  private let base: Base
  private let core: ConditionCore

  /// A new condition with an ``RLock`` of its own (`Condition()`).
  ///
  /// - Parameter name: how the viewer calls it; nil: `condition-1`, `condition-2`, …; its lock is
  ///   called the same with `-lock` behind.
  public init(name: String? = nil) {
    core = ConditionCore(name: name) { LockCore(.rlock, name: $0 + "-lock") }
    base = .rlock(RLock(core.lock))
  }

  /// A new condition with a lock that may be that of others, too (`Condition(lock)`).
  ///
  /// - Parameters:
  ///   - lock: its lock.
  ///   - name: how the viewer calls it; nil: `condition-1`, `condition-2`, …
  public init(lock: RLock, name: String? = nil) {
    base = .rlock(lock)
    core = ConditionCore(name: name) { _ in lock.core }
  }

  /// A new condition with a lock that may be that of others, too (`Condition(lock)`).
  ///
  /// - Parameters:
  ///   - lock: its lock.
  ///   - name: how the viewer calls it; nil: `condition-1`, `condition-2`, …
  public init(lock: Lock, name: String? = nil) {
    base = .lock(lock)
    core = ConditionCore(name: name) { _ in lock.core }
  }

  /// Its name.
  public var name: String { core.object.name }

  /// Takes its lock (`acquire`).
  ///
  /// - Parameters:
  ///   - blocking: whether to wait until it is free.
  ///   - timeout: how long to wait at most; nil: as long as it takes.
  /// - Returns: whether the caller holds it now.
  /// - Throws: ``LockError/timeoutWithoutBlocking``.
  @discardableResult
  public func acquire(blocking: Bool = true, timeout: Duration? = nil) throws -> Bool {
    switch base {
    case .lock(let lock): try lock.acquire(blocking: blocking, timeout: timeout)
    case .rlock(let lock): try lock.acquire(blocking: blocking, timeout: timeout)
    }
  }

  /// Gives its lock back (`release`).
  ///
  /// - Throws: ``LockError``.
  public func release() throws {
    switch base {
    case .lock(let lock): try lock.release()
    case .rlock(let lock): try lock.release()
    }
  }

  /// Does something while holding its lock (`with condition:`).
  ///
  /// - Throws: what `body` throws; the lock is released then, too.
  public func withLock<R>(_ body: () throws -> R) throws -> R {
    switch base {
    case .lock(let lock): try lock.withLock(body)
    case .rlock(let lock): try lock.withLock(body)
    }
  }

  /// Gives the lock up, waits until somebody notifies, and takes the lock again (`wait`). What one
  /// has waited for need not be so any more by then: look again.
  ///
  /// - Parameter timeout: how long to wait at most; nil: as long as it takes.
  /// - Returns: false if there was no notify in time.
  /// - Throws: ``ConditionError`` if the caller does not hold the lock.
  @discardableResult
  public func wait(timeout: Duration? = nil) throws -> Bool {
    try core.wait(until: Deadline(after: timeout))
  }

  /// Waits until something is so, and looks whenever somebody notifies (`wait_for`).
  ///
  /// - Parameters:
  ///   - predicate: whether it is so; called with the lock held.
  ///   - timeout: how long to wait at most; nil: as long as it takes.
  /// - Returns: whether it is so.
  /// - Throws: ``ConditionError`` if the caller does not hold the lock; what `predicate` throws.
  @discardableResult
  public func waitFor(_ predicate: () throws -> Bool, timeout: Duration? = nil) throws -> Bool {
    let deadline = Deadline(after: timeout)
    while try !predicate() {
      // Where the lane is held, no time passes but by the viewer's word.
      if Gate.isClosed ? deadline.limit == 0 : deadline.hasPassed { return false }
      if try !core.wait(until: deadline) { return try predicate() }
    }
    return true
  }

  /// Wakes those who have waited longest (`notify`). They go on when they have got the lock.
  ///
  /// - Parameter number: how many at most. Less than 1 is a programming error and ends the process.
  /// - Throws: ``ConditionError`` if the caller does not hold the lock.
  public func notify(_ number: Int = 1) throws {
    precondition(number >= 1, "n must be one or more")
    try core.notify(number)
  }

  /// Wakes all who wait (`notify_all`).
  ///
  /// - Throws: ``ConditionError`` if the caller does not hold the lock.
  public func notifyAll() throws { try core.notify(nil) }

  private enum CodingKeys: CodingKey { case object, lock, rlock }

  /// The same condition, in a spawned child.
  ///
  /// - Throws: `DecodingError` if it is of another program.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let object = try container.decode(SharedObject.self, forKey: .object)
    if let lock = try container.decodeIfPresent(Lock.self, forKey: .lock) {
      base = .lock(lock)
    } else {
      base = .rlock(try container.decode(RLock.self, forKey: .rlock))
    }
    core = try ConditionCore(object, lock: base.core)
  }

  /// What a spawned child needs in order to use the same condition.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(core.object, forKey: .object)
    switch base {
    case .lock(let lock): try container.encode(lock, forKey: .lock)
    case .rlock(let lock): try container.encode(lock, forKey: .rlock)
    }
  }
}
