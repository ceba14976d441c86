/// Who waits for what, and who has it: the wait-for graph of one moment.
///
/// A lane that is held at a gate before an operation that cannot happen counts as waiting for it.
/// The order of nodes and edges is that in which lanes and objects were first heard of, so a graph
/// that is drawn anew changes only where something has changed.
public struct WaitForGraph: Sendable, Hashable {
  /// The lanes that wait, are waited for or hold something, in the order of ``World/lanes``.
  public let lanes: [LaneNode]
  /// The objects that are waited for or held, in the order of ``World/objects``.
  public let objects: [ObjectNode]
  /// The edges: those of lanes first, then those of objects, each in the order of the nodes.
  public let edges: [Edge]

  /// A lane, or an object.
  public enum Node: Sendable, Hashable {
    /// The lane with this index in ``World/lanes``.
    case lane(LaneIndex)
    /// The object with this identity.
    case object(ObjectID)
  }

  /// A lane that is part of the graph.
  public struct LaneNode: Sendable, Hashable {
    /// Its index in ``World/lanes``.
    public let lane: LaneIndex
    /// Its process id; 0 while it has not begun.
    public let pid: Int32
    /// Its thread id, or 0 for a main thread.
    public let tid: Int32
    /// Its name, fit to be shown.
    public let name: String
    /// Whether it is part of a circle: a deadlock.
    public let isInCircle: Bool
  }

  /// An object that is part of the graph.
  public struct ObjectNode: Sendable, Hashable {
    /// Its identity.
    public let id: ObjectID
    /// What it is.
    public let kind: ObjectKind
    /// Its name, fit to be shown.
    public let name: String
    /// The lanes that hold it, if it is a lock, first taken first.
    public let holders: [LaneIndex]
  }

  /// One step on the way from who waits to who could help.
  public struct Edge: Sendable, Hashable {
    /// Where it begins.
    public let from: Node
    /// Where it ends.
    public let to: Node
    /// What it means.
    public let kind: Kind
    /// Whether it is part of a circle: everybody on it waits, without a limit, for the next.
    public let isInCircle: Bool
  }

  /// What an edge means.
  public enum Kind: Sendable, Hashable {
    /// A lane waits for an object, or for another lane: for its end, or for the task that it works
    /// on.
    case waits(Wait)
    /// A lock is held by a lane.
    case heldBy
  }

  /// How a lane waits.
  public struct Wait: Sendable, Hashable {
    /// What it waits for.
    public let blocker: Blocker
    /// What will have happened when the wait is over: `lock.acquire`, `queue.get`, `join.done`, …
    public var operation: EventKind { blocker.completion }
    /// What that operation is about: the lock, the queue, the child's process object, the pool.
    public var object: ObjectID { blocker.object }
    /// Since when, nanoseconds of the trace's clock.
    public let since: UInt64
    /// Whether it will give up after a time.
    public let isLimited: Bool
    /// Whether it is held at a gate, before the operation.
    public let isHeld: Bool
  }
}

extension World {
  /// Who waits for what at this moment, and who has it.
  public var waitForGraph: WaitForGraph { WaitForGraphBuilder(self).graph }
}
