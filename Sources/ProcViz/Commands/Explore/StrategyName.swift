import ProcSchedule

/// The strategies, as commands name them.
enum StrategyName: String, CaseIterable, Sendable {
  case dpor, dfs, random, pct

  /// A strategy of this name.
  func make(seed: UInt64) -> any Strategy {
    switch self {
    case .dpor: DPORStrategy()
    case .dfs: DFSStrategy()
    case .random: RandomStrategy(seed: seed)
    case .pct: PCTStrategy(seed: seed)
    }
  }
}
