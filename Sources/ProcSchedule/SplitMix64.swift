/// A small generator of random numbers (Steele, Lea, Flood 2014) that gives the same numbers
/// everywhere, so that a seed means the same search on every machine.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// The numbers that follow from `seed`.
  public init(seed: UInt64) { state = seed }

  /// The numbers of the `run`th run of a search: they do not depend on those of other runs.
  public init(seed: UInt64, run: Int) {
    state = Self.mixed(seed) &+ Self.mixed(UInt64(truncatingIfNeeded: run) ^ 0x5851_F42D_4C95_7F2D)
  }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// A number from 0 up to, but not including, `bound`, which is at least 1.
  public mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number in which every bit depends on every bit of `value`.
  static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
