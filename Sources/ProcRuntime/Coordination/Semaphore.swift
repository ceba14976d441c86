import ProcModel

/// A number of units; each process acquires one and releases it, and waits if there is none
/// (`multiprocessing.Semaphore`).
///
/// It can be used across fork and, as an argument, across spawn. Units have no owner: any process
/// may release one, and a unit that a process held when it was killed is lost.
public class Semaphore: Codable, @unchecked Sendable {
  // Not final, since ``BoundedSemaphore`` is one, too; nothing in it ever changes.
  private let core: SemaphoreCore

  /// A new semaphore (`Semaphore(value)`).
  ///
  /// - Parameters:
  ///   - value: how many units there are at first. A negative number is a programming error and
  ///     ends the process.
  ///   - name: its name in the viewer; nil: `semaphore-1`, `semaphore-2`, …
  public init(_ value: Int = 1, name: String? = nil) {
    core = SemaphoreCore(
      .semaphore, value: Self.checked(value), most: SemaphoreCore.most, name: name)
  }

  /// A semaphore that counts to `value` at most.
  fileprivate init(bounded value: Int, name: String?) {
    let value = Self.checked(value)
    core = SemaphoreCore(.boundedSemaphore, value: value, most: value, name: name)
  }

  private static func checked(_ value: Int) -> UInt32 {
    precondition(
      value >= 0 && value <= Int(SemaphoreCore.most), "semaphore initial value must be >= 0")
    return UInt32(value)
  }

  /// Its name.
  public var name: String { core.object.name }

  /// Acquires a unit (`acquire`).
  ///
  /// - Parameters:
  ///   - blocking: whether to wait until there is one.
  ///   - timeout: the longest time to wait; nil: no limit.
  /// - Returns: whether the caller has one now.
  /// - Throws: ``LockError/timeoutWithoutBlocking``.
  @discardableResult
  public func acquire(blocking: Bool = true, timeout: Duration? = nil) throws -> Bool {
    guard blocking || timeout == nil else { throw LockError.timeoutWithoutBlocking }
    return try core.acquire(until: deadline(blocking: blocking, timeout: timeout))
  }

  /// Releases units (`release`); any process or thread may.
  ///
  /// - Parameter number: how many at once, as `threading.Semaphore` can. Less than 1 is a
  ///   programming error and ends the process.
  /// - Throws: ``LockError/releasedTooOften`` if there would be more than it counts to: of a
  ///   ``BoundedSemaphore`` more than at first, else more than 2,147,483,647.
  public func release(_ number: Int = 1) throws {
    precondition(number >= 1 && number <= Int(SemaphoreCore.most), "n must be one or more")
    try core.release(UInt32(number))
  }

  /// Does something while holding a unit (`with semaphore:`).
  ///
  /// - Throws: what `body` throws; the unit is released then, too.
  public func withAcquired<R>(_ body: () throws -> R) throws -> R {
    try acquire()
    return try releasing({ try release() }, after: body)
  }

  /// The same semaphore, in a spawned child.
  ///
  /// - Throws: `DecodingError` if it belongs to another program.
  public required init(from decoder: any Decoder) throws {
    core = try SemaphoreCore(SharedObject(from: decoder))
  }

  /// What a spawned child needs in order to use the same semaphore.
  public func encode(to encoder: any Encoder) throws { try core.object.encode(to: encoder) }
}

/// A semaphore that never counts more units than there were at first
/// (`multiprocessing.BoundedSemaphore`).
public final class BoundedSemaphore: Semaphore, @unchecked Sendable {
  /// A new semaphore (`BoundedSemaphore(value)`).
  ///
  /// - Parameters:
  ///   - value: how many units there are. A negative number is a programming error and ends the
  ///     process.
  ///   - name: its name in the viewer; nil: `semaphore-1`, `semaphore-2`, …
  public override init(_ value: Int = 1, name: String? = nil) {
    super.init(bounded: value, name: name)
  }

  /// The same semaphore, in a spawned child.
  ///
  /// - Throws: `DecodingError` if it belongs to another program.
  public required init(from decoder: any Decoder) throws { try super.init(from: decoder) }
}
