/// What an event is about. The raw value is the `kind` byte of the wire format, and ``name`` is the
/// `event` field of a JSON line; neither ever changes its meaning. docs/protocol.md lists the
/// fields of each.
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

  /// The kind with this number; ``unknown`` where no kind has it.
  @inline(__always)
  public init(code: UInt8) { self = EventKind(rawValue: code) ?? .unknown }

  /// The name of the kind with this number: `lock.wait`; `unknown.200` where no kind has it.
  public static func name(ofCode code: UInt8) -> String {
    let kind = EventKind(code: code)
    return kind == .unknown ? "unknown.\(code)" : kind.name
  }

  /// The name in JSON lines, fixed by the contract.
  public var name: String {
    switch self {
    case .unknown: "unknown"
    case .processStart: "process.start"
    case .processBegin: "process.begin"
    case .processExit: "process.exit"
    case .processReap: "process.reap"
    case .processError: "process.error"
    case .processIdle: "process.idle"
    case .processSignal: "process.signal"
    case .joinWait: "join.wait"
    case .joinDone: "join.done"
    case .poll: "poll"
    case .lockWait: "lock.wait"
    case .lockAcquire: "lock.acquire"
    case .lockRelease: "lock.release"
    case .lockTimeout: "lock.timeout"
    case .queuePut: "queue.put"
    case .queueGet: "queue.get"
    case .queuePutWait: "queue.put.wait"
    case .queueGetWait: "queue.get.wait"
    case .queuePutTimeout: "queue.put.timeout"
    case .queueGetTimeout: "queue.get.timeout"
    case .valueRead: "value.read"
    case .valueWrite: "value.write"
    case .memory: "memory"
    case .expect: "expect"
    case .dictSet: "dict.set"
    case .dictGet: "dict.get"
    case .managerRequest: "manager.request"
    case .managerServe: "manager.serve"
    case .taskSubmit: "task.submit"
    case .taskBegin: "task.begin"
    case .taskEnd: "task.end"
    case .taskWait: "task.wait"
    case .taskResult: "task.result"
    case .sleepBegin: "sleep.begin"
    case .sleepEnd: "sleep.end"
    case .inputWait: "input.wait"
    case .inputRead: "input.read"
    case .output: "output"
    case .note: "note"
    case .objectDefine: "object.define"
    case .gateWait: "gate.wait"
    case .semaphoreWait: "semaphore.wait"
    case .semaphoreAcquire: "semaphore.acquire"
    case .semaphoreRelease: "semaphore.release"
    case .semaphoreTimeout: "semaphore.timeout"
    case .queuePoll: "queue.poll"
    case .queueTaskDone: "queue.task_done"
    case .queueJoinWait: "queue.join.wait"
    case .queueJoinDone: "queue.join.done"
    case .pipeClose: "pipe.close"
    case .managerReady: "manager.ready"
    case .shutdown: "shutdown"
    case .conditionWait: "condition.wait"
    case .conditionWake: "condition.wake"
    case .conditionNotify: "condition.notify"
    case .conditionTimeout: "condition.timeout"
    case .eventWait: "event.wait"
    case .eventWake: "event.wake"
    case .eventSet: "event.set"
    case .eventClear: "event.clear"
    case .eventPoll: "event.poll"
    case .eventTimeout: "event.timeout"
    case .barrierWait: "barrier.wait"
    case .barrierPass: "barrier.pass"
    case .barrierTimeout: "barrier.timeout"
    case .barrierAbort: "barrier.abort"
    case .barrierReset: "barrier.reset"
    }
  }
}
