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
    var clock: (ours: [Double], theirs: [Double]) = ([], [])
    let pairs = try Pairs(rounds: rounds) {
      let times = try measured(ours, channel)
      clock.ours.append(times.clock)
      return times.cpu
    } theirs: {
      let times = try measured(theirs, channel)
      clock.theirs.append(times.clock)
      return times.cpu
    }
    let byClock = Samples(zip(clock.ours, clock.theirs).dropFirst().map { $0 / $1 })
    return [
      Figure(
        what: "writing an event, nanoseconds of CPU time, median of \(rounds) × \(count)",
        measured: pairs.ours.text(decimals: 0)),
      Figure(
        what: "the same as a multiple of a bare write of \(length) bytes in C",
        measured: pairs.ratios.text(decimals: 2), wanted: "≤ 1.2",
        isReached: pairs.ratios.median <= 1.2),
      Figure(what: "the same by the clock", measured: byClock.text(decimals: 2)),
    ]
  }

  /// The nanoseconds of one write. Every byte must have come: otherwise the program did not know
  /// the channel.
  private static func measured(
    _ command: Command, _ channel: BareChannel
  ) throws -> (clock: Double, cpu: Double) {
    let (times, read) = try channel.readInC { try command.numbers() }
    guard read[0] >= Double(count * length), times.count == 2 else {
      throw BenchmarkError(description: "only \(Int(read[0])) bytes were written")
    }
    return (times[0], times[1])
  }
}
