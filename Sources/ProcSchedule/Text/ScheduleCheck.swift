import ProcModel

/// A few bits about the operations of a stretch of a schedule. See docs/decisions/0801.
public struct ScheduleCheck: Hashable, Sendable {
  /// After how many moves it comes; it covers the moves since the check before.
  public let place: Int
  /// 10 bits that are computed from the operations of the moves.
  public let bits: UInt16

  /// A check; of `bits`, the lowest 10 are kept.
  public init(place: Int, bits: UInt16) {
    self.place = place
    self.bits = bits & 0x3FF
  }

  /// How many moves have no check: a few, so that short schedules stay short.
  static let stretch = 8

  /// The checks of these steps: at a context switch if there were enough moves since the last
  /// check, and at the end.
  static func checks(of steps: [Step]) -> [ScheduleCheck] {
    var checks: [ScheduleCheck] = []
    var digest = StepDigest()
    var last = 0
    for (place, step) in zip(1..., steps) {
      digest.add(step)
      let isEnd = place == steps.count
      guard isEnd || place - last >= stretch && steps[place].lane != step.lane else { continue }
      checks.append(ScheduleCheck(place: place, bits: digest.take()))
      last = place
    }
    return checks
  }
}

/// A hash of the operations of steps. It is the same in every run and on every machine.
struct StepDigest: Sendable {
  private var state: UInt64 = 0

  /// Adds a step: its operation, not its outcome.
  mutating func add(_ step: Step) {
    let operation = step.operation
    add(UInt64(operation.kind.rawValue))
    add(UInt64(operation.object.number))
    add(operation.element)
    for number in operation.object.creator?.numbers ?? [-1] {
      add(UInt64(truncatingIfNeeded: number))
    }
  }

  /// The bits so far; the hash starts again.
  mutating func take() -> UInt16 {
    defer { state = 0 }
    return UInt16(truncatingIfNeeded: state >> 54)
  }

  private mutating func add(_ word: UInt64) {
    state = SplitMix64.mixed((state ^ word) &+ 0x9E37_79B9_7F4A_7C15)
  }
}
