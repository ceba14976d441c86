import ProcModel

/// A lock for processes and threads that one of them can hold at a time (`multiprocessing.Lock`).
///
/// It works across fork and, as an argument, across spawn. Whoever takes it twice waits for itself
/// for ever. Any process may release it, as in Python. If its owner dies, the next one that waits
/// takes it over (see ``wasAbandoned``), rather than to wait for ever.
public final class Lock: Codable, Sendable {
  let core: LockCore

  /// A new lock (`Lock()`).
  ///
  /// - Parameter name: how the viewer calls it; nil: `lock-1`, `lock-2`, …
  public init(name: String? = nil) { core = LockCore(.lock, name: name) }

  /// Its name.
  public var name: String { core.object.name }

  /// Takes it (`acquire`).
  ///
  /// - Parameters:
  ///   - blocking: whether to wait until it is free.
  ///   - timeout: how long to wait at most; nil: as long as it takes.
  /// - Returns: whether the caller holds it now.
  /// - Throws: ``LockError/timeoutWithoutBlocking``.
  @discardableResult
  public func acquire(blocking: Bool = true, timeout: Duration? = nil) throws -> Bool {
    guard blocking || timeout == nil else { throw LockError.timeoutWithoutBlocking }
    return try core.acquire(.me, until: deadline(blocking: blocking, timeout: timeout))
  }

  /// Gives it back (`release`); any process or thread may.
  ///
  /// - Throws: ``LockError/releasedTooOften`` if nobody holds it.
  public func release() throws {
    guard !core.lock.owner.isFree else { throw LockError.releasedTooOften }
    core.release()
  }

  /// Does something while holding it (`with lock:`).
  ///
  /// - Throws: what `body` throws; the lock is released then, too.
  public func withLock<R>(_ body: () throws -> R) throws -> R {
    try acquire()
    let result: R
    do { result = try body() } catch {
      try release()
      throw error
    }
    try release()
    return result
  }

  /// Who holds it now; nil: nobody.
  public var owner: LockOwner? { core.owner }

  /// Whether who holds it now took it over from an owner that had died, so that what it guards may
  /// be half done.
  public var wasAbandoned: Bool { core.lock.owner.wasTakenOver }

  /// Says that who took it over has mended what it guards (`pthread_mutex_consistent(3)`): then
  /// nothing is half done any more, and ``wasAbandoned`` is false. The viewer learns of it with the
  /// release. Of a lock that was not taken over it says nothing.
  ///
  /// - Throws: ``LockError/notOwner`` if the calling thread does not hold it.
  public func markConsistent() throws { try core.markConsistent() }

  /// The same lock, in a spawned child.
  ///
  /// - Throws: `DecodingError` if it is of another program.
  public init(from decoder: any Decoder) throws {
    core = try LockCore(SharedObject(from: decoder))
  }

  /// What a spawned child needs in order to use the same lock.
  public func encode(to encoder: any Encoder) throws { try core.object.encode(to: encoder) }
}
