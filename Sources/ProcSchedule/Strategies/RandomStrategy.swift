/// Chooses at random at each move. Finds failures that many schedules have; never knows that it has
/// seen all schedules.
public struct RandomStrategy: Strategy {
  private let seed: UInt64
  private var made = 0

  /// A search whose runs are determined by `seed`: run i is the same however many are in progress
  /// at once.
  public init(seed: UInt64) { self.seed = seed }

  /// The next run's random numbers.
  public mutating func next() -> (any Scheduler)? {
    defer { made += 1 }
    return RandomScheduler(numbers: SplitMix64(seed: seed, run: made))
  }

  /// There is nothing to learn.
  public mutating func learn(_ execution: Execution, from scheduler: any Scheduler) {}

  /// Never.
  public var isExhausted: Bool { false }
}

private struct RandomScheduler: Scheduler {
  var numbers: SplitMix64

  mutating func choose(_ point: SchedulePoint) -> Move? {
    let choices = point.choices
    return choices.isEmpty ? nil : Move(choices[numbers.below(choices.count)].lane)
  }
}
