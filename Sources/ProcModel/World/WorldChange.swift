/// What one event changed in the world, for those who keep the history and look for findings.
struct WorldChange: Sendable {
  /// The lane that did it, if it has one.
  var actor: LaneIndex?
  /// Another lane that it changed: the child that was started, or that ended.
  var subject: LaneIndex?
  /// Lanes beyond these two that have something to do because of it.
  var woken: [LaneIndex] = []
  /// Whether lanes beyond these two ended with it (the threads of a process).
  var sweeps = false
  /// Whether `subject` (or, without one, `actor`) ended by it.
  var ended = false
  /// Whether somebody may wait for good because of it.
  var mayBlock = false
  /// The object in whose line the actor stood until now.
  var waited: ObjectID = .none
  /// What arrived with it from another lane.
  var handover: Handover?
  /// How many writes of others it overwrote unseen.
  var overwritten = 0
  /// The place in ``World/objects`` of the shared value, lock or queue that it is about.
  var place: Int?
  /// What became of the lock that it is about.
  var lock: LockStep?
  /// The lane that died while it held the lock that was taken over.
  var deadOwner: LaneIndex?

  /// What became of a lock, whatever kind of lock it is.
  enum LockStep: Sendable {
    /// Somebody waits for it.
    case awaited(isShared: Bool)
    /// Somebody has taken it.
    case taken(isShared: Bool)
    /// Somebody has given it back, as often as it was taken.
    case given(isShared: Bool)
  }

  /// Something given by one lane at one time, which this event took.
  struct Handover: Sendable {
    var kind: Timeline.Connector.Kind
    var from: LaneIndex
    /// The place in the trace of the event that gave it.
    var seq: Int
  }
}
