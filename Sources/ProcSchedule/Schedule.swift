/// The order in which lanes moved. Repeating it repeats the run.
public struct Schedule: Hashable, Sendable {
  /// The moves, in order.
  public var moves: [Move]
  /// What the moves were about, at a few places, rising: so that a schedule of another program is
  /// noticed near the place where it parts. May be empty.
  public var checks: [ScheduleCheck]

  /// A schedule of these moves.
  public init(_ moves: [Move] = [], checks: [ScheduleCheck] = []) {
    self.moves = moves
    self.checks = checks
  }

  /// The schedule of these steps, with checks.
  public init(steps: [Step]) {
    self.init(steps.map(\.move), checks: ScheduleCheck.checks(of: steps))
  }

  /// How often another lane moves than the one before.
  public var switches: Int {
    zip(moves, moves.dropFirst()).reduce(0) { $0 + ($1.0.lane == $1.1.lane ? 0 : 1) }
  }

  /// The first `count` moves, or all if there are fewer.
  public func prefix(_ count: Int) -> Schedule {
    Schedule(Array(moves.prefix(count)), checks: checks.filter { $0.place <= count })
  }
}
