/// One access to a shared value.
struct ValueAccess: Sendable, Hashable {
  /// Who; −1 for no access at all.
  var lane: Int32
  /// The lane's own time then.
  var time: UInt32
  /// The locks that it held then, by their number in ``HeldLocks``.
  var held: Int32
  /// The place in the trace.
  var seq: Int

  static let none = ValueAccess(lane: -1, time: 0, held: 0, seq: 0)

  /// Whether it happened before what `lane` does now (or never).
  @inline(__always)
  fileprivate func isBefore(_ lane: Int32, _ clocks: LaneClocks) -> Bool {
    self.lane < 0 || self.lane == lane || clocks.knows(Int(lane), of: Int(self.lane), upTo: time)
  }
}

/// The accesses to one shared value, or to one element of a shared array, with which a later one may
/// be in a race: the last write, and the reads since. Of reads that followed one another the last
/// stands for all; only of reads that did not, one for each lane is kept (as FastTrack does:
/// Flanagan and Freund, 2009).
struct RaceDetector: Sendable {
  private var write = ValueAccess.none
  private var read = ValueAccess.none
  private var reads: [ValueAccess] = []

  /// Two accesses of which none happened before the other, one of them a write.
  struct Race: Sendable, Hashable {
    let first: ValueAccess
    let second: ValueAccess
    let isFirstWrite: Bool
    let isSecondWrite: Bool
  }

  /// Takes a read; gives back the race that it is part of, if it is.
  mutating func read(_ access: ValueAccess, _ clocks: LaneClocks) -> Race? {
    guard write.isBefore(access.lane, clocks) else {
      return Race(first: write, second: access, isFirstWrite: true, isSecondWrite: false)
    }
    if reads.isEmpty {
      if read.isBefore(access.lane, clocks) {
        read = access
      } else {
        reads = [read, access]
      }
    } else if let place = reads.firstIndex(where: { $0.lane == access.lane }) {
      reads[place] = access
    } else {
      reads.append(access)
    }
    return nil
  }

  /// Takes a write; gives back the race that it is part of, if it is.
  mutating func write(_ access: ValueAccess, _ clocks: LaneClocks) -> Race? {
    guard write.isBefore(access.lane, clocks) else {
      return Race(first: write, second: access, isFirstWrite: true, isSecondWrite: true)
    }
    let earlier =
      reads.isEmpty
      ? (read.isBefore(access.lane, clocks) ? nil : read)
      : reads.first { !$0.isBefore(access.lane, clocks) }
    if let earlier {
      return Race(first: earlier, second: access, isFirstWrite: false, isSecondWrite: true)
    }
    write = access
    read = .none
    if !reads.isEmpty { reads = [] }
    return nil
  }
}
