import ProcModel

/// The class of runs that differ only in the order of independent steps (Mazurkiewicz traces): the
/// same steps of each lane, and the same order of dependent steps. It has 128 bits, so that two
/// classes practically never count as one.
public struct TraceClass: Hashable, Sendable {
  private var high: UInt64 = 0
  private var low: UInt64 = 0

  /// The class of a complete run.
  public init(_ execution: Execution) { self.init(execution.steps) }

  /// The class of these steps. Each counts with its lane, its operation, and how many steps of each
  /// lane happened before it; the sum does not depend on the order in which they are added.
  public init(_ steps: [Step]) {
    var order = CausalOrder()
    var lanes: [UInt64] = []
    for (index, step) in steps.enumerated() {
      order.add(step)
      for lane in order.lanes[lanes.count...] { lanes.append(Self.hash(lane)) }
      add(Self.hash(step, lanes[order.laneOf[index]], order.clock(of: index), lanes))
    }
  }

  private mutating func add(_ hash: UInt64) {
    low &+= hash
    high &+= SplitMix64.mixed(hash ^ 0xA076_1D64_78BD_642F)
  }

  private static func hash(_ step: Step, _ lane: UInt64, _ clock: StepClock, _ lanes: [UInt64])
    -> UInt64
  {
    let operation = step.operation
    var hash = fold(lane, UInt64(operation.kind.rawValue) << 32 | UInt64(operation.object.number))
    hash = fold(hash, operation.object.creator.map(Self.hash) ?? 1)
    hash = fold(hash, operation.element)
    for byte in step.move.line?.utf8 ?? "".utf8 { hash = fold(hash, UInt64(byte) + 1) }
    for place in lanes.indices where clock[place] > 0 {
      hash &+= SplitMix64.mixed(lanes[place] ^ (UInt64(clock[place]) &* 0x9E37_79B9_7F4A_7C15))
    }
    return SplitMix64.mixed(hash)
  }

  private static func hash(_ lane: LanePath) -> UInt64 {
    lane.numbers.reduce(0x243F_6A88_85A3_08D3) { fold($0, UInt64(truncatingIfNeeded: $1)) }
  }

  private static func fold(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    SplitMix64.mixed((hash ^ word) &+ 0x9E37_79B9_7F4A_7C15)
  }
}
