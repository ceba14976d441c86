/// A condition was used without its lock, or by too many.
public enum ConditionError: Error, CustomStringConvertible, Sendable, Hashable {
  /// Only the holder of the lock can wait (`AssertionError`).
  case waitWithoutLock
  /// Only the holder of the lock can notify (`AssertionError`).
  case notifyWithoutLock
  /// More than 4096 processes wait at once.
  case tooManyWait

  /// What Python says.
  public var description: String {
    switch self {
    case .waitWithoutLock: "must acquire() condition before using wait()"
    case .notifyWithoutLock: "lock is not owned"
    case .tooManyWait: "more than \(WaitLine.capacity) processes wait for one condition"
    }
  }
}

/// A barrier is broken, or was broken or reset during the wait (`threading.BrokenBarrierError`).
public struct BrokenBarrierError: Error, CustomStringConvertible, Sendable, Hashable {
  /// The name of the barrier.
  public let barrier: String

  /// A sentence.
  public var description: String { "\(barrier) is broken" }
}
