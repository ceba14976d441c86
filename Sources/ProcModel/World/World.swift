/// Everything that is known of a run at one moment: a value that grows by one event at a time, and
/// that is cheap to keep a copy of.
///
/// Any sequence of events is taken, however absurd: what cannot be understood is left out, what was
/// never introduced is made up from what is said about it, and nothing grows beyond what the events
/// themselves bring.
public struct World: Sendable, Equatable {
  /// The processes and threads, in the order in which they were first heard of.
  public internal(set) var lanes: [LaneState] = []
  /// The objects, in the order in which they were first heard of.
  public internal(set) var objects: [ObjectState] = []
  /// How many events made this world.
  public internal(set) var eventCount = 0
  /// How many events are known to be missing: gaps in the numbers of a lane.
  public internal(set) var lostCount = 0
  /// How many events are of a kind that is not known here: a newer speaker's.
  public internal(set) var unknownCount = 0
  /// The time of the first event, nanoseconds of the trace's clock: the zero of the time axis.
  public internal(set) var startTime: UInt64 = 0
  /// The time of the latest event, nanoseconds of the trace's clock.
  public internal(set) var now: UInt64 = 0
  /// Whether the viewer has begun to stop the run: what ends from now on is not to blame.
  public internal(set) var isClosing = false

  /// Lanes by the identity of their process object.
  var laneOfProcess: [ObjectID: LaneIndex] = [:]
  /// Lanes by (pid, tid): who reports.
  var laneOfThread = RecentIndex<ThreadKey>()
  /// The threads of each process beyond its main thread.
  var threadsOfProcess: [Int32: [LaneIndex]] = [:]
  /// Objects by identity (and by process, where the object is private to one).
  var objectOfKey = RecentIndex<ObjectKey>()
  /// The entries of dicts, lists and arrays, by object and key.
  var entryOfKey: [EntryKey: Int] = [:]
  /// Who knows what of each shared value, and of each element of a shared array.
  var elements = ElementIndex()
  /// Requests to managers that have not been answered yet, by number.
  var requests = FewEntries<RequestKey, PendingRequest>()
  /// The places of the pipes, and of the barriers, among the objects.
  var pipes: [Int] = []
  var barriers: [Int] = []
  /// Spawned processes of which it is not known yet which ends of pipes they were given.
  var unsettled: Set<LaneIndex> = []
  /// Pools and managers that were told to end.
  var closing: Set<ObjectID> = []
  /// How many lanes can go on without anybody's help; those that are held count among them.
  var freeCount = 0
  /// How many lanes are held at a gate.
  var heldCount = 0
  /// How many tasks were submitted to pools and wait for a worker.
  var pendingTasks = 0

  /// The world before the first event.
  public init() {}

  /// The lane of a process or thread, by the numbers with which it reports.
  public func lane(pid: Int32, tid: Int32 = 0) -> LaneIndex? {
    laneOfThread[ThreadKey(pid: pid, tid: tid)]
  }

  /// The lane of the process object with this identity.
  public func lane(of process: ObjectID) -> LaneIndex? { laneOfProcess[process] }

  /// The object with this identity; of a private variable, the first process's.
  public func object(_ id: ObjectID) -> ObjectState? {
    objectOfKey[ObjectKey(id: id, pid: 0)].map { objects[$0] }
  }

  /// The lane of the main process: the first one that nobody of this run started.
  public var mainLane: LaneIndex? {
    lanes.firstIndex { $0.method == nil && $0.parent == nil && $0.hasBegun } ?? lanes.indices.first
  }

  /// `time` on the time axis: nanoseconds since the first event.
  public func elapsed(_ time: UInt64) -> UInt64 { time > startTime ? time - startTime : 0 }
}

/// Who reports: a process and one of its threads.
struct ThreadKey: Hashable, Sendable {
  let pid: Int32
  let tid: Int32
}

/// An object, and the process whose private memory it is in (0: all see the same one).
struct ObjectKey: Hashable, Sendable {
  let id: ObjectID
  let pid: Int32
}

/// An entry of a dict, list or array.
struct EntryKey: Hashable, Sendable {
  let object: Int
  let key: String
}

/// A shared value, or one element of a shared array.
struct ElementKey: Hashable, Sendable {
  let object: ObjectID
  let element: UInt64
}

/// A request to a manager: its client numbers it.
struct RequestKey: Hashable, Sendable {
  let client: Int64
  let number: UInt64

  /// The request that an event of a client or of a server is about.
  init(_ event: Event) {
    client = event.kind == .managerServe ? event.value : Int64(event.pid)
    number = event.extra
  }
}

/// A request that a client has sent to a manager's server.
struct PendingRequest: Hashable, Sendable {
  let client: LaneIndex
  /// The place in the trace of the event that says so.
  let seq: Int
  /// Whether its server has said what it changed.
  var isApplied = false
}
