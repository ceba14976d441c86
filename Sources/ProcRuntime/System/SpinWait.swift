import Glibc
import ProcSystem

/// Spins for a while before it sleeps: for an answer that takes 10 µs spinning is better, since a
/// wake-up on another CPU takes longer than that.
enum SpinWait {
  /// How long to spin, nanoseconds.
  private static let limit: UInt64 = 20_000

  /// Calls `look` until it returns something, or spinning is no longer worth it.
  static func look<Result>(_ look: () throws -> Result?) rethrows -> Result? {
    let end = MonotonicClock.now + limit
    repeat {
      if let result = try look() { return result }
      // The thread that is to answer may need this CPU.
      sched_yield()
    } while MonotonicClock.now < end
    return nil
  }
}
