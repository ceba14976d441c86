/// Which operation an event belongs to, as the rules of the gate see it: while the gates are closed,
/// a lane waits once for each try of an operation, and says what it is about to do.
///
/// This is told apart from what the model knows of kinds, on purpose: the checker must not share its
/// mistakes.
struct GatedOperation {
  /// The operation: the kind that stands for all events of it.
  let operation: EventKind
  /// Whether the event says that the operation has happened, as it can only once.
  let isOutcome: Bool

  private init(_ operation: EventKind, isOutcome: Bool = true) {
    self.operation = operation
    self.isOutcome = isOutcome
  }

  /// The operation of an event; nil: it passes no gate.
  init?(_ event: Event) {
    // What an object was made with is there without a request.
    if event.kind == .dictSet, event.extra == 0 { return nil }
    guard let found = Self.of(event.kind) else { return nil }
    self = found
  }

  /// The operation that a lane at its gate says it is about to do.
  static func pending(_ code: UInt8) -> EventKind? { of(EventKind(code: code))?.operation }

  private static func of(_ kind: EventKind) -> GatedOperation? {
    switch kind {
    case .unknown, .processBegin, .processReap, .processError, .processIdle, .managerReady,
      .expect, .note, .objectDefine, .gateWait:
      nil
    case .joinWait: GatedOperation(.joinDone, isOutcome: false)
    case .lockWait: GatedOperation(.lockAcquire, isOutcome: false)
    case .lockTimeout: GatedOperation(.lockAcquire)
    case .rwlockReadWait: GatedOperation(.rwlockReadAcquire, isOutcome: false)
    case .rwlockReadTimeout: GatedOperation(.rwlockReadAcquire)
    case .rwlockWriteWait: GatedOperation(.rwlockWriteAcquire, isOutcome: false)
    case .rwlockWriteTimeout: GatedOperation(.rwlockWriteAcquire)
    case .semaphoreWait: GatedOperation(.semaphoreAcquire, isOutcome: false)
    case .semaphoreTimeout: GatedOperation(.semaphoreAcquire)
    case .queuePutWait: GatedOperation(.queuePut, isOutcome: false)
    case .queuePutTimeout: GatedOperation(.queuePut)
    case .queueGetWait: GatedOperation(.queueGet, isOutcome: false)
    case .queueGetTimeout: GatedOperation(.queueGet)
    case .queueJoinWait: GatedOperation(.queueJoinDone, isOutcome: false)
    case .taskWait: GatedOperation(.taskResult, isOutcome: false)
    case .conditionTimeout: GatedOperation(.conditionWake)
    case .eventWait: GatedOperation(.eventWake, isOutcome: false)
    case .eventTimeout: GatedOperation(.eventWake)
    case .barrierWait: GatedOperation(.barrierWait, isOutcome: false)
    case .barrierTimeout: GatedOperation(.barrierPass)
    // Long output, and what a manager answers, may take several events.
    case .output, .dictSet, .dictGet: GatedOperation(kind, isOutcome: false)
    // Let go in vain, it is said again.
    case .conditionWait: GatedOperation(.conditionWait, isOutcome: false)
    case .processStart, .processExit, .processSignal, .joinDone, .poll, .lockAcquire, .lockRelease,
      .rwlockReadAcquire, .rwlockReadRelease, .rwlockWriteAcquire, .rwlockWriteRelease,
      .semaphoreAcquire, .semaphoreRelease, .queuePut, .queueGet, .queuePoll, .queueTaskDone,
      .queueJoinDone, .pipeClose, .valueRead, .valueWrite, .memory, .managerRequest, .managerServe,
      .taskSubmit, .taskBegin, .taskEnd, .taskResult, .shutdown, .sleepBegin, .sleepEnd, .inputWait,
      .inputRead, .conditionWake, .conditionNotify, .eventWake, .eventSet, .eventClear, .eventPoll,
      .barrierPass, .barrierAbort, .barrierReset:
      GatedOperation(kind)
    }
  }

  /// Whether an event belongs to what a lane was about to do at its gate.
  func belongs(to pending: EventKind?) -> Bool {
    guard let pending else { return false }
    if operation == pending { return true }
    switch (pending, operation) {
    // Who waits for a condition gives its lock up.
    case (.conditionWait, .lockRelease): return true
    // To come to a barrier that is broken, or which it opens, is to pass it, or not to.
    case (.barrierWait, .barrierPass), (.barrierPass, .barrierWait): return true
    case (.conditionWake, .conditionWait): return true
    // A write that the manager refuses changes nothing: it is told as a read that found no value.
    case (.dictSet, .dictGet): return true
    default: return false
    }
  }
}
