/// What writing one event costs a process, beside the bare `write` of as many bytes in C. Both write
/// to a FIFO that the same reader in C keeps empty.
enum Writing {
  private static let rounds = 9
  private static let count = 300_000
  /// The length of a record without texts.
  private static let length = 60

  static func run() throws -> [Figure] {
    let channel = try BareChannel()
    let ours = try Command(
      [Measuring.built("RuntimeFixture"), "bench-emit", "fork", "\(count)"],
      environment: channel.environment)
    let theirs = try Command(
      [Measuring.built("Yardstick"), "write", channel.path, "\(count)", "\(length)"])
    let pairs = try Pairs(rounds: rounds) {
      try measured(ours, channel)
    } theirs: {
      try measured(theirs, channel)
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

  /// The nanoseconds of one write. Every byte must have come: else nobody was told of the channel.
  private static func measured(_ command: Command, _ channel: BareChannel) throws -> Double {
    let (time, read) = try channel.readInC { try command.number() }
    guard read[0] >= Double(count * length) else {
      throw BenchmarkError(description: "only \(Int(read[0])) bytes were written")
    }
    return time
  }
}
