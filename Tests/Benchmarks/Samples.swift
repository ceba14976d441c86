/// The same thing measured several times.
struct Samples {
  private(set) var values: [Double] = []

  /// Measures `rounds` times.
  init(rounds: Int, _ measure: () throws -> Double) rethrows {
    for _ in 0..<rounds { values.append(try measure()) }
  }

  /// What was measured elsewhere.
  init(_ values: [Double]) { self.values = values }

  /// The value in the middle: half of the values are less.
  var median: Double { Measuring.percentile(0.5, of: values) }

  /// The median, and in parentheses the least and the most.
  func text(decimals: Int = 1, unit: String = "") -> String {
    let numbers = [median, values.min() ?? .nan, values.max() ?? .nan].map {
      Measuring.text($0, decimals: decimals)
    }
    return "\(numbers[0])\(unit) (\(numbers[1]) … \(numbers[2]))"
  }
}

/// Two things measured alternately, so that other load on the machine affects both.
struct Pairs {
  let ours: Samples
  let theirs: Samples

  /// Measures both `rounds` times, after one round that does not count.
  init(rounds: Int, ours: () throws -> Double, theirs: () throws -> Double) rethrows {
    var pairs: [(Double, Double)] = []
    for _ in 0...rounds { pairs.append((try ours(), try theirs())) }
    self.ours = Samples(pairs.dropFirst().map(\.0))
    self.theirs = Samples(pairs.dropFirst().map(\.1))
  }

  /// Ours as a multiple of theirs, round by round.
  var ratios: Samples { Samples(zip(ours.values, theirs.values).map { $0 / $1 }) }

  /// Theirs as a multiple of ours, round by round.
  var inverseRatios: Samples { Samples(zip(ours.values, theirs.values).map { $1 / $0 }) }
}
