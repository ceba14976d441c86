/// What the object of an event is.
enum ObjectUse {
  /// A process: introduced by its start.
  case process
  /// An object that has to be introduced.
  case object
  /// Nothing, or it does not matter what.
  case any

  init(_ kind: EventKind) {
    switch kind {
    case .processStart, .processBegin, .processExit, .processReap, .processIdle, .joinWait,
      .joinDone, .poll, .managerReady:
      self = .process
    case .unknown, .processError, .processSignal, .sleepBegin, .sleepEnd, .inputWait, .inputRead,
      .output, .note, .objectDefine, .gateWait:
      self = .any
    case .lockWait, .lockAcquire, .lockRelease, .lockTimeout, .rwlockReadWait,
      .rwlockReadAcquire, .rwlockReadRelease, .rwlockReadTimeout, .rwlockWriteWait,
      .rwlockWriteAcquire, .rwlockWriteRelease, .rwlockWriteTimeout, .semaphoreWait,
      .semaphoreAcquire,
      .semaphoreRelease, .semaphoreTimeout, .queuePut, .queueGet, .queuePutWait, .queueGetWait,
      .queuePutTimeout, .queueGetTimeout, .queuePoll, .queueTaskDone, .queueJoinWait,
      .queueJoinDone, .pipeClose, .valueRead, .valueWrite, .memory, .expect, .dictSet, .dictGet,
      .managerRequest, .managerServe, .taskSubmit, .taskBegin, .taskEnd, .taskWait, .taskResult,
      .shutdown, .conditionWait, .conditionWake, .conditionNotify, .conditionTimeout, .eventWait,
      .eventWake, .eventSet, .eventClear, .eventPoll, .eventTimeout, .barrierWait, .barrierPass,
      .barrierTimeout, .barrierAbort, .barrierReset:
      self = .object
    }
  }
}
