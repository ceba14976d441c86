extension ObjectState {
  /// A queue's items and those who wait for them.
  public struct QueueState: Sendable, Hashable {
    /// How many items ``items`` gives at most.
    public static let shown = 64
    /// The items in it, the next one first; at most ``shown`` of them, ``depth`` counts all.
    public var items: [Item] { waiting.prefix(Self.shown) }
    /// How many items are in it.
    public var depth: Int64 { Int64(waiting.count) }
    /// How many were ever put.
    public internal(set) var puts = 0
    /// How many were ever got.
    public internal(set) var gets = 0
    /// The lanes that wait for an item.
    public internal(set) var getters: [LaneIndex] = []
    /// The lanes that wait for room.
    public internal(set) var putters: [LaneIndex] = []
    /// Those of them whose item is larger than what was free in its memory, as long as nothing was
    /// taken out since.
    var tooLarge: [LaneIndex] = []
    /// How many items were put and not yet said to be done with (`task_done`).
    public internal(set) var unfinished: Int64 = 0
    /// Whether somebody counts that: a `JoinableQueue`.
    public internal(set) var countsTasks = false
    /// The lanes that wait until all are done with (`JoinableQueue.join`).
    public internal(set) var joiners: [LaneIndex] = []
    /// Who has which end open, if this is one direction of a pipe.
    public internal(set) var ends: PipeEnds?
    /// All items in it.
    var waiting = ItemLine()
  }

  /// An item of a queue.
  public struct Item: Sendable, Hashable {
    /// Its serial number, which links the put to the get.
    public let serial: UInt64
    /// What its process called it.
    public let text: String
    /// Who put it.
    public let from: LaneIndex
    /// The place in the trace of the event that put it.
    public let seq: Int
  }
}
