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
    self =
      exitCode < 0 ? .signal(Int32(clamping: exitCode.magnitude)) : .code(Int32(clamping: exitCode))
  }
}

/// What a process is doing now. At most one applies; what it holds meanwhile is
/// ``LaneState/holding``.
public enum Activity: Sendable, Hashable {
  /// Its parent has started it, but it has not reported yet.
  case starting
  /// It runs its own code.
  case running
  /// It waits for something that others have to bring about.
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

/// One process or thread, as it is at one moment.
public struct LaneState: Sendable, Hashable {
  /// The identity of the process object.
  public internal(set) var id: ObjectID
  /// Its name (`Process.name`).
  public internal(set) var name: String
  /// Its process id, or 0 while it is not known: nobody has reported its beginning, or its end.
  public internal(set) var pid: Int32 = 0
  /// Its thread id, or 0 for a main thread.
  public internal(set) var tid: Int32 = 0
  /// The lane of whoever started it.
  public internal(set) var parent: LaneIndex?
  /// How it was started; nil for the main process.
  public internal(set) var method: StartMethod?
  /// Whether it ends with its parent.
  public internal(set) var isDaemon = false
  /// What it does now.
  public internal(set) var activity: Activity = .starting
  /// Since when it does that, nanoseconds of the trace's clock.
  public internal(set) var since: UInt64 = 0
  /// The locks that it holds, first taken first.
  public internal(set) var holding: [ObjectID] = []
  /// How long its present wait lasts at most, in nanoseconds; nil where it has no limit.
  public internal(set) var timeLimit: UInt64?
  /// What it serves, once it has said that it is a server or worker (`process.idle`).
  public internal(set) var serves: String?
  /// The manager or pool that it serves; none where it serves none, or has not said so.
  public internal(set) var servesObject: ObjectID = .none
  /// The task of a pool that it is working on.
  public internal(set) var task: TaskReference?
  /// The error that ended it, if it reported one: type and message.
  public internal(set) var error: Failure?
  /// The last signal that somebody of the run, or the viewer, announced to send it; 0 for none.
  public internal(set) var announcedSignal: Int64 = 0

  /// The place in the trace of the event since which it does what it does now.
  public internal(set) var sinceSeq = 0

  /// The place in the trace of the event by which it was first heard of.
  var startedSeq = 0
  /// The number that its next event must have.
  var nextNumber: UInt32 = 0
  /// The task whose result it has asked for and not got yet.
  var awaited: TaskReference?
  /// The object (index) among whose waiters it stands.
  var queuedIn: Int?
  /// Whether its wait at a condition or barrier has a time limit, of unknown length.
  var waitIsLimited = false

  init(id: ObjectID, name: String) {
    self.id = id
    self.name = name
  }

  /// Whether it has reported anything, or has ended.
  public var hasBegun: Bool { pid != 0 }
  /// Whether it has been started and has not begun yet.
  var isAboutToBegin: Bool {
    if case .held(let pending) = activity { return pending.kind == .processBegin }
    return activity == .starting
  }
  /// Whether it is a thread, and shares the memory of its parent.
  public var isThread: Bool { method == .thread || tid != 0 }
  /// Whether it is held at a gate.
  @inline(__always)
  var isHeld: Bool { if case .held = activity { true } else { false } }
  /// Whether it has ended.
  @inline(__always)
  public var hasEnded: Bool { if case .ended = activity { true } else { false } }

  /// Whether it can go on without the help of any other lane: it runs, sleeps, waits with a time
  /// limit, for the user, or for a server that answers everybody.
  @inline(__always)
  var isFree: Bool {
    switch activity {
    case .starting, .running, .sleeping, .held, .blocked(.input), .blocked(.server): true
    case .blocked: timeLimit != nil
    case .idle, .ended: false
    }
  }
}

/// A task of a pool.
public struct TaskReference: Sendable, Hashable {
  /// The pool.
  public let pool: ObjectID
  /// The task's serial number in it.
  public let serial: UInt64
}

/// An error that a process ended with.
public struct Failure: Sendable, Hashable {
  /// The type of the error.
  public let type: String
  /// What it said.
  public let message: String
}
