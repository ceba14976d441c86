/// Which processes have which end of one direction of a pipe open.
///
/// A forked child has what its parent had open; a spawned one has what it was given, and says so when
/// it has unpacked its arguments.
public struct PipeEnds: Sendable, Hashable {
  /// The processes (lanes) that can receive.
  public internal(set) var readers: Set<LaneIndex> = []
  /// The processes (lanes) that can send.
  public internal(set) var writers: Set<LaneIndex> = []
  /// The process (lane) with which the last receiver or the last sender ended without a `pipe.close`.
  var lastReader: LaneIndex?
  var lastWriter: LaneIndex?
  /// Spawned processes of which it is not known yet.
  var possible: Set<LaneIndex> = []

  /// Whether nobody can send any more: whoever receives what is left comes to the end.
  public var isEnded: Bool { isOver(\.writers) }
  /// Whether nobody can receive any more: whoever sends fails.
  public var isBroken: Bool { isOver(\.readers) }

  func isOver(_ side: KeyPath<PipeEnds, Set<LaneIndex>>) -> Bool {
    self[keyPath: side].isEmpty && possible.isEmpty
  }

  /// The bits by which events say which end they are about.
  static let reader: UInt64 = 1
  static let writer: UInt64 = 2
}

extension Event {
  /// Whether it says that an operation on a pipe failed because the other end is closed.
  var isAtTheEnd: Bool {
    (kind == .queueGetTimeout || kind == .queuePutTimeout) && flags.contains(.otherEndClosed)
  }
}
