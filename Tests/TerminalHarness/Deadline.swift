/// The moment at which waiting for something is given up. It bounds how long a broken program can
/// hold up the tests; a working one never comes near it, however loaded the machine is.
public struct Deadline: Sendable {
  private let end: ContinuousClock.Instant

  /// So much time from now.
  public init(in duration: Duration) { end = .now + duration }

  /// How long a test waits for a state unless it says otherwise.
  public static var usual: Deadline { Deadline(in: .seconds(20)) }

  /// Whether it has passed.
  public var hasPassed: Bool { end <= .now }

  /// What is left of it, for `poll`: milliseconds, at least 0, rounded up.
  var milliseconds: Int32 {
    let (seconds, attoseconds) = (end - .now).components
    let rest = seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1
    return Int32(clamping: max(0, rest))
  }
}
