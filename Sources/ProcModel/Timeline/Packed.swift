/// A place in the trace and a number of 24 bits, in eight bytes, ordered by place.
struct PackedPlace: Sendable, Hashable {
  let bits: UInt64

  @inline(__always)
  init(seq: Int, _ number: Int) { bits = UInt64(seq) << 24 | UInt64(number) & 0xFF_FFFF }

  /// The place in two halves, which need no alignment to eight bytes.
  var halves: Halves { Halves(bits) }

  @inline(__always)
  init(halves: Halves) { bits = halves.bits }

  @inline(__always)
  var seq: Int { Int(bits >> 24) }
  @inline(__always)
  var number: Int { Int(bits & 0xFF_FFFF) }
}

/// 64 bits in two halves, so that they need alignment to four bytes only.
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

/// The looks of lanes: all pairs of activity and held lock that have occurred, by number.
struct LookTable: Sendable {
  private(set) var looks: [SpanLook] = []
  /// For each look, what a lane with this look does.
  private(set) var doings: [SpanHistory.Doing] = []
  private var numbers: [SpanLook: Int] = [:]
  /// The most looks that are told apart: as many numbers as fit into a ``PackedPlace``.
  private static let most = 1 << 24

  /// What a lane does, and the lock that it holds meanwhile.
  struct SpanLook: Sendable, Hashable {
    let activity: Activity
    let holding: ObjectID

    /// Numbers and times that differ each time are left out, so that there are few looks.
    init(_ activity: Activity, _ holding: ObjectID) {
      self.holding = holding
      self.activity =
        switch activity {
        case .sleeping: .sleeping(until: 0)
        case .blocked(let blocker): .blocked(blocker.asKept)
        case .starting, .running, .held, .idle, .ended: activity
        }
    }
  }

  subscript(number: Int) -> SpanLook { looks[number] }

  /// The number of a look.
  mutating func number(of look: SpanLook) -> Int {
    if let number = numbers[look] { return number }
    guard looks.count < Self.most else { return 0 }
    numbers[look] = looks.count
    looks.append(look)
    doings.append(SpanHistory.Doing(look.activity, isHolding: look.holding != .none))
    return looks.count - 1
  }
}
