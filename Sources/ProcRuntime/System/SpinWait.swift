import Glibc

/// Looks a few times before it goes to sleep: an answer that takes 10 µs is worth waiting for awake,
/// since to be woken up on another CPU takes longer than that.
enum SpinWait {
  /// How long to look, nanoseconds.
  private static let limit: UInt64 = 20_000

  /// Calls `look` until it returns something, or there is no point in staying awake any longer.
  static func look<Result>(_ look: () throws -> Result?) rethrows -> Result? {
    let end = Clock.now + limit
    repeat {
      if let result = try look() { return result }
      // Whoever is to answer may need this CPU.
      sched_yield()
    } while Clock.now < end
    return nil
  }
}
