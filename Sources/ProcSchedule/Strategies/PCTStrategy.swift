/// Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi, Nagarakatte 2010): lanes have
/// random priorities, and the highest moves; at a few random steps, the lane that is about to move
/// falls behind all others. A failure that needs d events in order is found with a probability of
/// at least 1/(n·k^(d-1)), with n lanes and k steps.
public struct PCTStrategy: Strategy {
  /// The depths that are used in turn: how many events in order are looked for.
  static let depths = 5
  /// Runs learn from those at least a block before, so that it does not matter how many are in
  /// progress at once.
  static let block = 64

  private let seed: UInt64
  private var made = 0
  private var learned = 0
  /// The longest run of each block, and how many of the block are still awaited.
  private var longest: [Int] = []
  private var awaited: [Int] = []

  /// A search whose runs are determined by `seed`.
  public init(seed: UInt64) { self.seed = seed }

  /// The next run's priorities. The first run shows how long runs are, so the others await it.
  public mutating func next() -> (any Scheduler)? {
    guard let bound = bound(for: made) else { return nil }
    defer { made += 1 }
    let block = made / Self.block
    if block == awaited.count {
      awaited.append(Self.block)
      longest.append(1)
    }
    return PCTScheduler(run: made, seed: seed, depth: 1 + made % Self.depths, bound: bound)
  }

  /// Learns how long a run is.
  public mutating func learn(_ execution: Execution, from scheduler: any Scheduler) {
    guard let scheduler = scheduler as? PCTScheduler else { return }
    let block = scheduler.run / Self.block
    longest[block] = max(longest[block], execution.steps.count)
    awaited[block] -= 1
    if scheduler.run == 0 { learned = max(1, execution.steps.count) }
  }

  /// Never.
  public var isExhausted: Bool { false }

  /// The longest of the first run and of all blocks but the current and the one before; nil while
  /// one of these runs is still awaited.
  private func bound(for run: Int) -> Int? {
    if run == 0 { return 1 }
    guard learned > 0 else { return nil }
    let known = max(0, run / Self.block - 1)
    guard awaited.prefix(known).allSatisfy({ $0 == 0 }) else { return nil }
    return longest.prefix(known).reduce(learned, max)
  }
}

private struct PCTScheduler: Scheduler {
  let run: Int
  /// The steps at which the lane that is about to move falls behind, and how far.
  private let changes: [Int: UInt64]
  private let salt: UInt64
  private var fallen: [LanePath: UInt64] = [:]

  init(run: Int, seed: UInt64, depth: Int, bound: Int) {
    self.run = run
    var numbers = SplitMix64(seed: seed, run: run)
    salt = numbers.next()
    var changes: [Int: UInt64] = [:]
    for level in stride(from: depth - 1, to: 0, by: -1) {
      changes[numbers.below(bound)] = UInt64(level)
    }
    self.changes = changes
  }

  mutating func choose(_ point: SchedulePoint) -> Move? {
    guard let first = highest(point) else { return nil }
    guard let level = changes[point.step] else { return Move(first) }
    fallen[first] = level
    return highest(point).map { Move($0) }
  }

  private func highest(_ point: SchedulePoint) -> LanePath? {
    var best: (lane: LanePath, priority: UInt64)?
    for option in point.options where option.readiness.canMove {
      let priority = priority(option.lane)
      if best.map({ $0.priority < priority }) ?? true { best = (option.lane, priority) }
    }
    return best?.lane
  }

  /// A lane's priority is computed from its path, so it does not matter when it appears. Lanes that
  /// fell behind are below all others, which are at least ``PCTStrategy/depths``.
  private func priority(_ lane: LanePath) -> UInt64 {
    if let fallen = fallen[lane] { return fallen }
    let drawn = lane.numbers.reduce(salt) {
      SplitMix64.mixed($0 &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(truncatingIfNeeded: $1))
    }
    return max(SplitMix64.mixed(drawn), UInt64(PCTStrategy.depths))
  }
}
