/// How a barrier is, in 64 bits that change at once.
///
/// The low half is what those who wait sleep on (a futex): the running number of the round and
/// whether it is broken. The high half says who has come to the round.
struct BarrierWord: Hashable {
  /// The running number of the round, from 0.
  var generation: UInt32 = 0
  /// Whether it is broken.
  var isBroken = false
  /// How many have come.
  var arrived: UInt16 = 0
  /// Whether all have come and the last one runs the action.
  var isActing = false
  /// How often a round was given up by a reset: the place of the next in the list of those.
  var givenUp: UInt8 = 0

  /// A barrier to which nobody has come.
  init() {}

  /// The barrier that these bits tell of.
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

  /// The half that those who wait sleep on.
  var futexValue: UInt32 { generation << 1 | (isBroken ? 1 : 0) }

  /// The next round begins.
  mutating func turn() {
    generation = (generation + 1) & 0x7FFF_FFFF
    arrived = 0
    isActing = false
    isBroken = false
  }

  /// It breaks: nobody passes any more until it is reset.
  mutating func breakUp() {
    isBroken = true
    isActing = false
  }
}
