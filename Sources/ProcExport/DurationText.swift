/// Durations as people read them: `850 ns`, `340 µs`, `12.5 ms`, `1.2 s`, `3 min 5 s`.
enum DurationText {
  static func of(_ nanoseconds: UInt64) -> String {
    switch nanoseconds {
    case ..<1_000: "\(nanoseconds) ns"
    case ..<1_000_000: tenths(nanoseconds / 100) + " µs"
    case ..<1_000_000_000: tenths(nanoseconds / 100_000) + " ms"
    case ..<60_000_000_000: tenths(nanoseconds / 100_000_000) + " s"
    default: "\(nanoseconds / 60_000_000_000) min \(nanoseconds / 1_000_000_000 % 60) s"
    }
  }

  private static func tenths(_ count: UInt64) -> String {
    count % 10 == 0 || count >= 1000 ? "\(count / 10)" : "\(count / 10).\(count % 10)"
  }
}

/// Round times for an axis.
struct RoundTimes {
  /// The distance of the marks in nanoseconds: 1, 2 or 5 times a power of ten.
  let step: UInt64
  private let unit: UInt64
  /// The unit of the labels.
  let unitName: String

  /// The smallest round distance of at least `least` nanoseconds.
  init(atLeast least: Double) {
    var power: UInt64 = 1
    while power < 100_000_000_000_000, Double(power) * 10 < least { power *= 10 }
    step = [1, 2, 5, 10].map { power * $0 }.first { Double($0) >= least } ?? power * 10
    switch step {
    case 200_000_000...: (unit, unitName) = (1_000_000_000, "s")
    case 100_000...: (unit, unitName) = (1_000_000, "ms")
    case 100...: (unit, unitName) = (1_000, "µs")
    default: (unit, unitName) = (1, "ns")
    }
  }

  /// A time without its unit: `0.2`, `20`.
  func label(_ time: UInt64) -> String {
    guard step < unit else { return "\(time / unit)" }
    let digits = String(unit + time % unit).dropFirst()
    return "\(time / unit)." + digits.prefix(max(1, String(unit / step).count - 1))
  }
}
