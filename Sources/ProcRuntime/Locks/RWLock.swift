import ProcModel

/// A lock that either one process or thread holds alone, to write, or any number of them share, to
/// read (`pthread_rwlock_t`; Python's `multiprocessing` has none).
///
/// It works across fork and, as an argument, across spawn. Who shares it may share it once more, and
/// gives it back as often. Who holds it in any way and takes it alone waits for itself for ever, as
/// does who holds it alone and wants to share it. Only who holds it may give it back.
///
/// Readers come first, as in glibc: as long as one shares it, others may, too, even while a writer
/// waits. So sharing again never blocks, and a writer may wait as long as readers keep coming. If a
/// holder dies, its hold is taken over: of one that held it alone, what it guards may be half done
/// (see ``wasAbandoned``); one that only read leaves nothing half done.
public final class RWLock: Codable, Sendable {
  private let core: RWLockCore

  /// A new lock.
  ///
  /// - Parameter name: how the viewer calls it; nil: `rwlock-1`, `rwlock-2`, …
  public init(name: String? = nil) { core = RWLockCore(name: name) }

  /// Its name.
  public var name: String { core.object.name }

  /// Shares it, together with all who share it.
  ///
  /// - Parameters:
  ///   - blocking: whether to wait while somebody holds it alone.
  ///   - timeout: how long to wait at most; nil: as long as it takes.
  /// - Returns: whether the caller shares it now.
  /// - Throws: ``LockError/timeoutWithoutBlocking``.
  @discardableResult
  public func acquireRead(blocking: Bool = true, timeout: Duration? = nil) throws -> Bool {
    try acquire(isShared: true, blocking: blocking, timeout: timeout)
  }

  /// Takes it alone.
  ///
  /// - Parameters:
  ///   - blocking: whether to wait while others hold it.
  ///   - timeout: how long to wait at most; nil: as long as it takes.
  /// - Returns: whether the caller holds it now.
  /// - Throws: ``LockError/timeoutWithoutBlocking``.
  @discardableResult
  public func acquireWrite(blocking: Bool = true, timeout: Duration? = nil) throws -> Bool {
    try acquire(isShared: false, blocking: blocking, timeout: timeout)
  }

  private func acquire(isShared: Bool, blocking: Bool, timeout: Duration?) throws -> Bool {
    guard blocking || timeout == nil else { throw LockError.timeoutWithoutBlocking }
    return try core.acquire(
      isShared: isShared, until: deadline(blocking: blocking, timeout: timeout))
  }

  /// Gives it back, once.
  ///
  /// - Throws: ``LockError/notOwner`` if the calling thread does not hold it.
  public func release() throws { try core.release() }

  /// Does something while sharing it.
  ///
  /// - Throws: what `body` throws; the lock is given back then, too.
  public func withReadLock<R>(_ body: () throws -> R) throws -> R {
    try acquireRead()
    return try releasing(release, after: body)
  }

  /// Does something while holding it alone.
  ///
  /// - Throws: what `body` throws; the lock is given back then, too.
  public func withWriteLock<R>(_ body: () throws -> R) throws -> R {
    try acquireWrite()
    return try releasing(release, after: body)
  }

  /// Whether one that held it alone has died since, and nobody has mended what it guards, which may
  /// be half done.
  public var wasAbandoned: Bool { core.wasAbandoned }

  /// Says that what the lock guards is whole again (`pthread_mutex_consistent(3)`). The viewer learns
  /// of it with the release.
  ///
  /// - Throws: ``LockError/notOwner`` if the calling thread does not hold it alone.
  public func markConsistent() throws { try core.markConsistent() }

  /// The same lock, in a spawned child.
  ///
  /// - Throws: `DecodingError` if it is of another program.
  public init(from decoder: any Decoder) throws {
    core = try RWLockCore(SharedObject(from: decoder))
  }

  /// What a spawned child needs in order to use the same lock.
  public func encode(to encoder: any Encoder) throws { try core.object.encode(to: encoder) }
}
