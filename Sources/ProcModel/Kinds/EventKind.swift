/// What an event is about. The raw value is the `kind` byte of the wire format, and ``name`` is the
/// `event` field of a JSON line; neither ever changes its meaning. docs/protocol.md lists the
/// fields of each.
///
/// What is to be known of a kind stands in its row, in the folder of its primitive: a kind without a
/// row does not compile. ``PrimitiveEvent`` says which primitive a kind belongs to.
public enum EventKind: UInt8, Sendable, CaseIterable, Hashable {
  /// Something that only a newer speaker of the protocol knows. ``Event/code`` has its number; no
  /// kind ever has the number 0.
  case unknown = 0

  // Processes (and threads).
  case processStart = 1
  case processBegin = 2
  case processExit = 3
  case processReap = 4
  case processError = 5
  case processIdle = 6
  case processSignal = 7
  case joinWait = 8
  case joinDone = 9
  case poll = 10

  // Locks.
  case lockWait = 16
  case lockAcquire = 17
  case lockRelease = 18
  case lockTimeout = 19

  // Semaphores.
  case semaphoreWait = 20
  case semaphoreAcquire = 21
  case semaphoreRelease = 22
  case semaphoreTimeout = 23

  // Queues.
  case queuePut = 24
  case queueGet = 25
  case queuePutWait = 26
  case queueGetWait = 27
  case queuePutTimeout = 28
  case queueGetTimeout = 29
  case queuePoll = 30
  case queueTaskDone = 31
  case queueJoinWait = 36
  case queueJoinDone = 37
  case pipeClose = 38

  // Memory, shared and private.
  case valueRead = 32
  case valueWrite = 33
  case memory = 34
  case expect = 35

  // Managers.
  case dictSet = 40
  case dictGet = 41
  case managerRequest = 42
  case managerServe = 43
  case managerReady = 44

  // Pools.
  case taskSubmit = 48
  case taskBegin = 49
  case taskEnd = 50
  case taskWait = 51
  case taskResult = 52
  case shutdown = 53

  // Time, input and output.
  case sleepBegin = 56
  case sleepEnd = 57
  case inputWait = 60
  case inputRead = 61
  case output = 62
  case note = 63

  // The protocol itself.
  case objectDefine = 72
  case gateWait = 73

  // Conditions.
  case conditionWait = 80
  case conditionWake = 81
  case conditionNotify = 82
  case conditionTimeout = 83

  // Events (`multiprocessing.Event`).
  case eventWait = 84
  case eventWake = 85
  case eventSet = 86
  case eventClear = 87
  case eventPoll = 88
  case eventTimeout = 89

  // Barriers.
  case barrierWait = 90
  case barrierPass = 91
  case barrierTimeout = 92
  case barrierAbort = 93
  case barrierReset = 94

  // Readers-writer locks.
  case rwlockReadWait = 96
  case rwlockReadAcquire = 97
  case rwlockReadRelease = 98
  case rwlockReadTimeout = 99
  case rwlockWriteWait = 100
  case rwlockWriteAcquire = 101
  case rwlockWriteRelease = 102
  case rwlockWriteTimeout = 103

  /// The kind with this number; ``unknown`` where no kind has it.
  @inline(__always)
  public init(code: UInt8) { self = EventKind(rawValue: code) ?? .unknown }

  /// The name of the kind with this number: `lock.wait`; `unknown.200` where no kind has it.
  public static func name(ofCode code: UInt8) -> String {
    let kind = EventKind(code: code)
    return kind == .unknown ? "unknown.\(code)" : kind.name
  }
}
