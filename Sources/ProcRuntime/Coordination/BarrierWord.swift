/// The state of a barrier, in 64 bits that change at once.
///
/// The low half is what waiters sleep on (a futex): the number of the round and whether it is
/// broken. The high half says how many have arrived in the round.
struct BarrierWord: Hashable {
  /// The number of the round, from 0.
  var generation: UInt32 = 0
  /// Whether it is broken.
  var isBroken = false
  /// How many have arrived.
  var arrived: UInt16 = 0
  /// Whether all have arrived and the last one runs the action.
  var isActing = false
  /// How often a reset abandoned a round: the place of the next in the list of these.
  var givenUp: UInt8 = 0

  /// A barrier at which no process has arrived.
  init() {}

  /// The barrier that these bits encode.
  init(bits: UInt64) {
    isBroken = bits & 1 != 0
    generation = UInt32(truncatingIfNeeded: bits) >> 1
    arrived = UInt16(truncatingIfNeeded: bits >> 32)
    isActing = bits >> 48 & 1 != 0
    givenUp = UInt8(truncatingIfNeeded: bits >> 56)
  }

  /// The 64 bits.
  var bits: UInt64 {
    UInt64(futexValue) | UInt64(arrived) << 32 | (isActing ? 1 << 48 : 0) | UInt64(givenUp) << 56
  }

  /// The half that waiters sleep on.
  var futexValue: UInt32 { generation << 1 | (isBroken ? 1 : 0) }

  /// The next round begins.
  mutating func turn() {
    generation = (generation + 1) & 0x7FFF_FFFF
    arrived = 0
    isActing = false
    isBroken = false
  }

  /// It breaks: no process passes any more until it is reset.
  mutating func breakUp() {
    isBroken = true
    isActing = false
  }
}
