/// A place in the trace, and a number of 24 bits, in eight bytes. They are in the order of the
/// places.
struct PackedPlace: Sendable, Hashable {
  let bits: UInt64

  @inline(__always)
  init(seq: Int, _ number: Int) { bits = UInt64(seq) << 24 | UInt64(number) & 0xFF_FFFF }

  /// The place in two halves, which need not lie at an address of eight bytes.
  var halves: Halves { Halves(bits) }

  @inline(__always)
  init(halves: Halves) { bits = halves.bits }

  @inline(__always)
  var seq: Int { Int(bits >> 24) }
  @inline(__always)
  var number: Int { Int(bits & 0xFF_FFFF) }
}

/// 64 bits in two halves, so that a value of them can lie at any address of four bytes.
struct Halves: Sendable {
  private let low: UInt32
  private let high: UInt32

  @inline(__always)
  init(_ bits: UInt64) {
    low = UInt32(truncatingIfNeeded: bits)
    high = UInt32(truncatingIfNeeded: bits >> 32)
  }

  @inline(__always)
  var bits: UInt64 { UInt64(high) << 32 | UInt64(low) }
}

/// What a lane can look like: all pairs of what it did and which lock it held that there were, by
/// number.
struct LookTable: Sendable {
  private(set) var looks: [Look] = []
  /// For each look what a lane that has it does.
  private(set) var doings: [SpanHistory.Doing] = []
  private var numbers: [Look: Int] = [:]
  /// The most looks that are told apart: so many numbers fit into a ``PackedPlace``.
  private static let most = 1 << 24

  /// What a lane does, and the lock that it holds meanwhile.
  struct Look: Sendable, Hashable {
    let activity: Activity
    let holding: ObjectID

    /// What has a number or a time of its own each time is left out, so that there are few looks.
    init(_ activity: Activity, _ holding: ObjectID) {
      self.holding = holding
      self.activity =
        switch activity {
        case .sleeping: .sleeping(until: 0)
        case .blocked(.result(let pool, _)): .blocked(.result(pool: pool, task: 0))
        default: activity
        }
    }
  }

  subscript(number: Int) -> Look { looks[number] }

  /// The number of a look.
  mutating func number(of look: Look) -> Int {
    if let number = numbers[look] { return number }
    guard looks.count < Self.most else { return 0 }
    numbers[look] = looks.count
    looks.append(look)
    doings.append(SpanHistory.Doing(look.activity, isHolding: look.holding != .none))
    return looks.count - 1
  }
}
