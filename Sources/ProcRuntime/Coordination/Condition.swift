import ProcModel

/// A lock, and a wait queue of processes that wait until another one notifies them that something
/// has changed (`multiprocessing.Condition`).
///
/// It can be used across fork and, as an argument, across spawn. Waiting means to release the lock,
/// to wait for a notify, and to acquire the lock again. A notify without waiters is lost. The
/// longest waiters are notified first; if one of them is killed before it wakes up, its notify goes
/// to the next.
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
  /// - Parameter name: its name in the viewer; nil: `condition-1`, `condition-2`, …; its lock has
  ///   the same name with `-lock` appended.
  public init(name: String? = nil) {
    core = ConditionCore(name: name) { LockCore(.rlock, name: $0 + "-lock") }
    base = .rlock(RLock(core.lock))
  }

  /// A new condition with a lock that may be shared with others (`Condition(lock)`).
  ///
  /// - Parameters:
  ///   - lock: its lock.
  ///   - name: its name in the viewer; nil: `condition-1`, `condition-2`, …
  public init(lock: RLock, name: String? = nil) {
    base = .rlock(lock)
    core = ConditionCore(name: name) { _ in lock.core }
  }

  /// A new condition with a lock that may be shared with others (`Condition(lock)`).
  ///
  /// - Parameters:
  ///   - lock: its lock.
  ///   - name: its name in the viewer; nil: `condition-1`, `condition-2`, …
  public init(lock: Lock, name: String? = nil) {
    base = .lock(lock)
    core = ConditionCore(name: name) { _ in lock.core }
  }

  /// Its name.
  public var name: String { core.object.name }

  /// Acquires its lock (`acquire`).
  ///
  /// - Parameters:
  ///   - blocking: whether to wait until it is free.
  ///   - timeout: the longest time to wait; nil: no limit.
  /// - Returns: whether the caller holds it now.
  /// - Throws: ``LockError/timeoutWithoutBlocking``.
  @discardableResult
  public func acquire(blocking: Bool = true, timeout: Duration? = nil) throws -> Bool {
    switch base {
    case .lock(let lock): try lock.acquire(blocking: blocking, timeout: timeout)
    case .rlock(let lock): try lock.acquire(blocking: blocking, timeout: timeout)
    }
  }

  /// Releases its lock (`release`).
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

  /// Releases the lock, waits for a notify, and acquires the lock again (`wait`). By then the
  /// condition may be false again: check it again.
  ///
  /// - Parameter timeout: the longest time to wait; nil: no limit.
  /// - Returns: false if there was no notify in time.
  /// - Throws: ``ConditionError`` if the caller does not hold the lock.
  @discardableResult
  public func wait(timeout: Duration? = nil) throws -> Bool {
    try core.wait(until: Deadline(after: timeout))
  }

  /// Waits until a predicate is true, and checks it at each notify (`wait_for`).
  ///
  /// - Parameters:
  ///   - predicate: what to wait for; called with the lock held.
  ///   - timeout: the longest time to wait; nil: no limit.
  /// - Returns: whether it is true.
  /// - Throws: ``ConditionError`` if the caller does not hold the lock; what `predicate` throws.
  @discardableResult
  public func waitFor(_ predicate: () throws -> Bool, timeout: Duration? = nil) throws -> Bool {
    let deadline = Deadline(after: timeout)
    while try !predicate() {
      // While the lane is held, a timeout passes only when the viewer lets it go.
      if Gate.isClosed ? deadline.limit == 0 : deadline.hasPassed { return false }
      if try !core.wait(until: deadline) { return try predicate() }
    }
    return true
  }

  /// Wakes the longest waiters (`notify`). They go on when they have the lock.
  ///
  /// - Parameter number: how many at most. Less than 1 is a programming error and ends the process.
  /// - Throws: ``ConditionError`` if the caller does not hold the lock.
  public func notify(_ number: Int = 1) throws {
    precondition(number >= 1, "n must be one or more")
    try core.notify(number)
  }

  /// Wakes all waiters (`notify_all`).
  ///
  /// - Throws: ``ConditionError`` if the caller does not hold the lock.
  public func notifyAll() throws { try core.notify(nil) }

  private enum CodingKeys: CodingKey { case object, lock, rlock }

  /// The same condition, in a spawned child.
  ///
  /// - Throws: `DecodingError` if it belongs to another program.
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
