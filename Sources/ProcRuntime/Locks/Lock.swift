import ProcModel

/// A lock for processes and threads; only one of them can hold it at a time
/// (`multiprocessing.Lock`).
///
/// It can be used across fork and, as an argument, across spawn. A thread that acquires it twice
/// waits for itself for ever. Any process may release it, as in Python. If its owner dies, a waiter
/// takes it over (see ``wasAbandoned``) instead of waiting for ever.
public final class Lock: Codable, Sendable {
  let core: LockCore

  /// A new lock (`Lock()`).
  ///
  /// - Parameter name: its name in the viewer; nil: `lock-1`, `lock-2`, …
  public init(name: String? = nil) { core = LockCore(.lock, name: name) }

  /// Its name.
  public var name: String { core.object.name }

  /// Acquires it (`acquire`).
  ///
  /// - Parameters:
  ///   - blocking: whether to wait until it is free.
  ///   - timeout: the longest time to wait; nil: no limit.
  /// - Returns: whether the caller holds it now.
  /// - Throws: ``LockError/timeoutWithoutBlocking``.
  @discardableResult
  public func acquire(blocking: Bool = true, timeout: Duration? = nil) throws -> Bool {
    guard blocking || timeout == nil else { throw LockError.timeoutWithoutBlocking }
    return try core.acquire(.me, until: deadline(blocking: blocking, timeout: timeout))
  }

  /// Releases it (`release`); any process or thread may.
  ///
  /// - Throws: ``LockError/releasedTooOften`` if it is not held.
  public func release() throws {
    guard !core.lock.owner.isFree else { throw LockError.releasedTooOften }
    core.release()
  }

  /// Does something while holding it (`with lock:`).
  ///
  /// - Throws: what `body` throws; the lock is released then, too.
  public func withLock<R>(_ body: () throws -> R) throws -> R {
    try acquire()
    return try releasing(release, after: body)
  }

  /// Its holder; nil: it is free.
  public var owner: LockOwner? { core.owner }

  /// Whether its holder took it over from an owner that had died, so that the data that it guards
  /// may be inconsistent.
  public var wasAbandoned: Bool { core.lock.owner.wasTakenOver }

  /// Says that the holder has repaired the data that the lock guards
  /// (`pthread_mutex_consistent(3)`): the data is consistent again, and ``wasAbandoned`` is false.
  /// The viewer learns of it with the release. It does nothing if the lock was not taken over.
  ///
  /// - Throws: ``LockError/notOwner`` if the calling thread does not hold it.
  public func markConsistent() throws { try core.markConsistent() }

  /// The same lock, in a spawned child.
  ///
  /// - Throws: `DecodingError` if it belongs to another program.
  public init(from decoder: any Decoder) throws {
    core = try LockCore(SharedObject(from: decoder))
  }

  /// What a spawned child needs in order to use the same lock.
  public func encode(to encoder: any Encoder) throws { try core.object.encode(to: encoder) }
}
