/// What writing one event costs a process, beside the bare `write` of as many bytes in C. Both write
/// to a FIFO that the same reader in C keeps empty.
enum Writing {
  private static let rounds = 9
  private static let count = 300_000
  /// The length of a record without texts.
  private static let length = 60

  static func run() throws -> [Figure] {
    let channel = try BareChannel()
    let pairs = try Pairs(rounds: rounds) {
      let reader = try channel.startReader()
      let time = try Command(
        [Measuring.built("RuntimeFixture"), "bench-emit", "fork", "\(count)"],
        environment: channel.environment
      ).number()
      _ = try reader.numbers()
      return time
    } theirs: {
      let reader = try channel.startReader()
      let time = try Command(
        [Measuring.built("Yardstick"), "write", channel.path, "\(count)", "\(length)"]
      ).number()
      _ = try reader.numbers()
      return time
    }
    return [
      Figure(
        what: "writing an event, nanoseconds, median of \(rounds) × \(count)",
        measured: pairs.ours.text(decimals: 0)),
      Figure(
        what: "the same as a multiple of a bare write of \(length) bytes in C",
        measured: pairs.ratios.text(decimals: 2), wanted: "≤ 1.2",
        isReached: pairs.ratios.median <= 1.2),
    ]
  }
}
