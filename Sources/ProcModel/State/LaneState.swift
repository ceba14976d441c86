/// The index of a lane in ``World/lanes``; lanes are never removed or moved, so it stays valid.
public typealias LaneIndex = Int

/// How a process ended (`Process.exitcode`).
public enum ExitStatus: Sendable, Hashable {
  /// It ended by itself, with this exit code.
  case code(Int32)
  /// This signal ended it.
  case signal(Int32)
  /// It is known to have ended, but nobody learned how.
  case unknown

  /// The status that Python's `exitcode` gives as one number: negative for a signal.
  public init(exitCode: Int64) {
    self = exitCode < 0 ? .signal(Int32(clamping: -exitCode)) : .code(Int32(clamping: exitCode))
  }
}

/// What a process is doing now. At most one applies; what it holds meanwhile is
/// ``LaneState/holding``.
public enum Activity: Sendable, Hashable {
  /// Its parent has started it, but it has not reported yet.
  case starting
  /// It runs its own code.
  case running
  /// It waits for a lock.
  case waiting(ObjectID)
  /// It waits for something else than a lock.
  case blocked(Blocker)
  /// It is asleep (`time.sleep`) until `until`, nanoseconds of the trace's clock.
  case sleeping(until: UInt64)
  /// It is held at a gate before this operation.
  case held(PendingOperation)
  /// A server or worker that has nothing to do at the moment.
  case idle
  /// It has ended.
  case ended(ExitStatus)
}

/// What a blocked process waits for, if it is not a lock.
public enum Blocker: Sendable, Hashable {
  /// `Process.join`: the end of the process with this identity.
  case join(ObjectID)
  /// `Queue.get`: an item in this queue.
  case get(ObjectID)
  /// `Queue.put`: room in this queue.
  case put(ObjectID)
  /// `Future.result`: the outcome of a task (serial number) of this pool.
  case result(pool: ObjectID, task: UInt64)
  /// A manager's answer about this object.
  case server(ObjectID)
  /// A line that somebody types.
  case input
}

/// The operation before which a process is held.
public struct PendingOperation: Sendable, Hashable {
  /// The event that it will report when it has happened, or when it has to wait.
  public let kind: EventKind
  /// The object that it is about.
  public let object: ObjectID
  /// The process's slot in the control page, where it can be let go.
  public let slot: UInt64

  /// An operation that waits at a gate.
  public init(kind: EventKind, object: ObjectID, slot: UInt64) {
    self.kind = kind
    self.object = object
    self.slot = slot
  }
}

/// One process or thread, as it is at one moment.
public struct LaneState: Sendable, Hashable {
  /// The identity of the process object.
  public internal(set) var id: ObjectID
  /// Its name (`Process.name`).
  public internal(set) var name: String
  /// Its process id, or 0 while it has not begun.
  public internal(set) var pid: Int32
  /// Its thread id, or 0 for a main thread.
  public internal(set) var tid: Int32
  /// The lane of whoever started it.
  public internal(set) var parent: LaneIndex?
  /// How it was started; nil for the main process.
  public internal(set) var method: StartMethod?
  /// Whether it ends with its parent.
  public internal(set) var isDaemon: Bool
  /// What it does now.
  public internal(set) var activity: Activity
  /// Since when it does that, nanoseconds of the trace's clock.
  public internal(set) var since: UInt64
  /// The locks that it holds, first taken first.
  public internal(set) var holding: [ObjectID]

  /// Whether it has ended.
  public var hasEnded: Bool { if case .ended = activity { true } else { false } }
}
