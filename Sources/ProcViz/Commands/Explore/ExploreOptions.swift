/// How a search is to be made.
struct ExploreOptions: Sendable, Hashable {
  var strategy = StrategyName.dpor
  var seed: UInt64 = 1
  /// The most schedules: a search that nobody bounds is to end while one waits for it.
  var maxSchedules: Int? = 10_000
  var maxSeconds: Double?
  var jobs: Int?

  /// The usual search.
  init() {}

  /// What a command line says.
  init(_ command: ExploreCommand) throws(UsageError) {
    for name in command.searchStrategies {
      guard let strategy = StrategyName(rawValue: name) else {
        throw .notAllowed(
          "--strategy", name, StrategyName.allCases.map(\.rawValue).joined(separator: ", "))
      }
      self.strategy = strategy
    }
    if let most = try Self.number(command.maxSchedules, "--max-schedules", 1...1_000_000_000) {
      maxSchedules = most
    }
    jobs = try Self.number(command.jobs, "--jobs", 1...256)
    if let text = command.seed {
      guard let seed = UInt64(text) else { throw .notAllowed("--seed", text, "0 … \(UInt64.max)") }
      self.seed = seed
    }
    if let text = command.maxSeconds {
      guard let seconds = Double(text), seconds > 0, seconds <= 1_000_000 else {
        throw .notAllowed("--max-seconds", text, "0 < … ≤ 1000000")
      }
      maxSeconds = seconds
    }
  }

  private static func number(
    _ text: String?, _ option: String, _ range: ClosedRange<Int>
  ) throws(UsageError) -> Int? {
    guard let text else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw .notAllowed(option, text, "\(range.lowerBound) … \(range.upperBound)")
    }
    return number
  }
}
