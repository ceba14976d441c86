import CProcSupport
import Glibc
import Synchronization

/// The owner of a lock: 64 bits, changed by compare-and-swap.
///
/// The low half is the word that waiters sleep on (a futex): the owner's thread id in the kernel,
/// and three flags. The high half is when the owner started, so that a new thread with an old id is
/// never taken for the owner. 0: it is free.
struct OwnerWord: Hashable {
  /// The 64 bits.
  let bits: UInt64

  private static let waitersMark: UInt64 = 1 << 31
  private static let takenOverMark: UInt64 = 1 << 30
  private static let mendedMark: UInt64 = 1 << 29
  private static let marks = waitersMark | takenOverMark | mendedMark

  /// No owner.
  static let nobody = OwnerWord(bits: 0)
  /// Whether it is free.
  var isFree: Bool { bits == 0 }
  /// The owner alone, as it stands in a lane's `ownerToken`.
  var token: UInt64 { bits & ~Self.marks }
  /// There may be sleeping waiters.
  var hasWaiters: Bool { bits & Self.waitersMark != 0 }
  /// The owner took it over from an owner that had died.
  var wasTakenOver: Bool { bits & Self.takenOverMark != 0 }
  /// The owner took it over, and has since repaired the data that it guards.
  var wasMended: Bool { bits & Self.mendedMark != 0 }
  /// The half that waiters sleep on.
  var futexValue: UInt32 { UInt32(truncatingIfNeeded: bits) }
  /// The owner's thread id in the kernel.
  var kernelID: UInt32 { futexValue & 0x1FFF_FFFF }

  /// When the owner started, in ticks since boot; 0: that could not be looked up.
  private var start: UInt32 { UInt32(bits >> 32) }

  /// The same, with the flag that there are waiters.
  var waitedFor: OwnerWord { OwnerWord(bits: bits | Self.waitersMark) }
  /// The same, with the flag that it was taken over.
  var takenOver: OwnerWord { OwnerWord(bits: bits | Self.takenOverMark) }

  /// The same, with the flag *repaired* in place of *taken over*.
  var mended: OwnerWord { OwnerWord(bits: bits & ~Self.takenOverMark | Self.mendedMark) }

  /// Whether its owner has ended. A zombie has ended; an owner that cannot be looked up counts as
  /// alive. Costs about 10 µs.
  var ownerHasDied: Bool {
    switch TaskStatus.look(up: kernelID) {
    case .found(let status):
      !status.isAlive || start != 0 && UInt32(truncatingIfNeeded: status.startTicks) != start
    case .gone: true
    case .unknown: false
    }
  }

  /// The calling thread as an owner.
  @inline(__always)
  static var me: OwnerWord {
    let lane = Lane.current
    let token = lane.pointee.ownerToken
    return token != 0 ? OwnerWord(bits: token) : makeKnown(lane)
  }

  private static func makeKnown(_ lane: UnsafeMutablePointer<Lane>) -> OwnerWord {
    lane.pointee.ownerToken = makeToken(lane.pointee.kernelID)
    return OwnerWord(bits: lane.pointee.ownerToken)
  }

  private static func makeToken(_ kernelID: UInt32) -> UInt64 {
    // Without /proc, or a descriptor to read it, its id alone has to do: should a later thread get
    // the same id, it would be taken for the owner.
    guard case .found(let status) = TaskStatus.look(up: kernelID) else { return UInt64(kernelID) }
    return UInt64(UInt32(truncatingIfNeeded: status.startTicks)) << 32 | UInt64(kernelID)
  }
}
