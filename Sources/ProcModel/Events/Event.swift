/// One thing that one process (or thread) did, at one time, on at most one object.
///
/// The fields are those of a record of the event channel; what `value`, `extra`, `flags`, `text` and
/// `detail` mean for each kind is in docs/protocol.md and in the table of ``EventKind``.
public struct Event: Sendable, Hashable {
  /// What happened.
  public let kind: EventKind
  /// The number of the kind on the wire: that of ``kind``, or one that has no ``EventKind``.
  public let code: UInt8
  /// The process that did it.
  public var pid: Int32
  /// The thread that did it, or 0 for the main thread of the process.
  public var tid: Int32
  /// The running number of this event among those of its (pid, tid), from 0, wrapping.
  public var number: UInt32
  /// When, in nanoseconds of `CLOCK_MONOTONIC`.
  public var time: UInt64
  /// The object that it is about; ``ObjectID/none`` where there is none.
  public var object: ObjectID
  /// A number whose meaning depends on the kind: a value, a depth, an exit code, a duration.
  public var value: Int64
  /// A second number whose meaning depends on the kind: a pid, a serial number, a time limit.
  public var extra: UInt64
  /// Switches whose meaning depends on the kind.
  public var flags: Flags
  /// A text whose meaning depends on the kind: a name, an item, a line that was printed.
  public var text: String
  /// A second text: a dict entry's value, a task's outcome, an error's type.
  public var detail: String

  /// Switches of an event; each is meant for the kinds that its comment names.
  public struct Flags: OptionSet, Sendable, Hashable {
    /// The flags byte on the wire.
    public let rawValue: UInt8
    /// The flags of a wire byte.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// `process.start`: the child is a daemon.
    public static let daemon = Flags(rawValue: 1)
    /// `join.done`: the time limit passed before the child ended.
    public static let timedOut = Flags(rawValue: 1)
    /// `process.reap`: the child has ended, but how is not known; the value means nothing.
    public static let statusUnknown = Flags(rawValue: 1)
    /// `lock.acquire`: taken over from an owner that died while it held the lock.
    public static let ownerDied = Flags(rawValue: 1)
    /// `rwlock.write.acquire`: somebody had died who shared it, and left nothing half done.
    public static let sharerDied = Flags(rawValue: 4)
    /// `lock.acquire`: whoever took it would not have waited for ever (`blocking=False`, `timeout`).
    public static let impatient = Flags(rawValue: 2)
    /// `lock.release`: who took it over has mended what it guards.
    public static let mended = Flags(rawValue: 1)
    /// `value.read`, `value.write`: the value is in `text`, since it is no whole number.
    public static let textual = Flags(rawValue: 1)
    /// `queue.put.wait`: its memory has no room for the bytes of the item, and has none until an item
    /// is taken out.
    public static let bytesDoNotFit = Flags(rawValue: 1)
    /// `expect`: the value may be less, but not more.
    public static let atMost = Flags(rawValue: 1)
    /// `manager.request`: whatever the answer, it changes nothing.
    public static let onlyLooks = Flags(rawValue: 1)
    /// `manager.serve`: an entry was set.
    public static let entrySet = Flags(rawValue: 1)
    /// `manager.serve`: an entry was removed; in a list, those behind it have moved up.
    public static let entryRemoved = Flags(rawValue: 2)
    /// `manager.serve`: all entries were removed.
    public static let entriesCleared = Flags(rawValue: 4)
    /// `manager.serve`: an element was put into a list; those behind it have moved down.
    public static let entryInserted = Flags(rawValue: 8)
    /// `queue.get.timeout`, `queue.put.timeout` of a pipe: its other end is closed (`EOFError`,
    /// `BrokenPipeError`).
    public static let otherEndClosed = Flags(rawValue: 1)
    /// `gate.wait`, `condition.wait`, `barrier.wait`: the operation waits for a limited time only.
    public static let timed = Flags(rawValue: 1)
    /// `barrier.wait`: the last to come, which runs the barrier's action before anybody passes.
    /// `barrier.pass`: it has done so, and opens the barrier.
    public static let actsFirst = Flags(rawValue: 2)
    /// `barrier.pass`: it does not pass, since the barrier is broken (`BrokenBarrierError`).
    public static let broken = Flags(rawValue: 1)
    /// `gate.wait`: the operation does not wait at all (`blocking=False`).
    public static let immediate = Flags(rawValue: 2)
    /// Any kind: the viewer saw this from outside and added it to the trace. It has no running
    /// number, and it says nothing about what the process itself is doing at the moment.
    public static let observed = Flags(rawValue: 128)
  }

  /// An event; what a kind does not use may be left out.
  public init(
    _ kind: EventKind, pid: Int32 = 0, tid: Int32 = 0, number: UInt32 = 0, time: UInt64 = 0,
    object: ObjectID = .none, value: Int64 = 0, extra: UInt64 = 0, flags: Flags = [],
    text: String = "", detail: String = ""
  ) {
    self.kind = kind
    code = kind.rawValue
    self.pid = pid
    self.tid = tid
    self.number = number
    self.time = time
    self.object = object
    self.value = value
    self.extra = extra
    self.flags = flags
    self.text = text
    self.detail = detail
  }

  /// An event of the kind with this number, which need not be a known one.
  public init(
    code: UInt8, pid: Int32, tid: Int32, number: UInt32, time: UInt64, object: ObjectID,
    value: Int64, extra: UInt64, flags: Flags, text: String, detail: String
  ) {
    kind = EventKind(code: code)
    self.code = code
    self.pid = pid
    self.tid = tid
    self.number = number
    self.time = time
    self.object = object
    self.value = value
    self.extra = extra
    self.flags = flags
    self.text = text
    self.detail = detail
  }

  /// `extra` of a waiting event that waits without a time limit.
  public static let noTimeout = UInt64.max
}

/// The identity of an object, unique within a run: chosen by its creator as
/// `creator's pid << 32 | running number`, so that no two processes need to agree on anything.
public struct ObjectID: Hashable, Sendable {
  /// The 64 bits on the wire.
  public let rawValue: UInt64
  /// The identity with these 64 bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }
  /// The identity of the `number`th object that process `creator` made.
  public init(creator: Int32, number: UInt32) {
    rawValue = UInt64(UInt32(bitPattern: creator)) << 32 | UInt64(number)
  }
  /// No object.
  public static let none = ObjectID(rawValue: 0)
}

/// How a child process comes to be (`multiprocessing.get_start_method`); the raw value is on the
/// wire (`process.start`'s `value`).
public enum StartMethod: Int64, Sendable, CaseIterable, Hashable {
  /// A copy of the parent, with all that is in its memory.
  case fork = 0
  /// A new exec of the program, with nothing of the parent's memory.
  case spawn = 1
  /// No process at all: a thread within the parent.
  case thread = 2

  /// The name in commands and in JSON lines.
  public var name: String {
    switch self {
    case .fork: "fork"
    case .spawn: "spawn"
    case .thread: "thread"
    }
  }
}
