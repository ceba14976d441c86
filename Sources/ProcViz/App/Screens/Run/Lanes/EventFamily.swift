import ProcModel

/// Events that belong together, as they are hidden and shown together.
enum EventFamily: Sendable, Hashable, CaseIterable {
  case processes, locks, queues, values, managers, pools, coordination, output, sleep
}

extension EventKind {
  /// The family; nil where an event is only about others.
  var family: EventFamily? {
    switch self {
    case .processStart, .processBegin, .processExit, .processReap, .processError, .processIdle,
      .processSignal, .joinWait, .joinDone, .poll:
      .processes
    case .lockWait, .lockAcquire, .lockRelease, .lockTimeout: .locks
    case .queuePut, .queueGet, .queuePutWait, .queueGetWait, .queuePutTimeout, .queueGetTimeout,
      .queuePoll, .queueTaskDone, .queueJoinWait, .queueJoinDone, .pipeClose:
      .queues
    case .valueRead, .valueWrite, .memory, .expect: .values
    case .dictSet, .dictGet, .managerRequest, .managerServe, .managerReady: .managers
    case .taskSubmit, .taskBegin, .taskEnd, .taskWait, .taskResult, .shutdown: .pools
    case .sleepBegin, .sleepEnd: .sleep
    case .inputWait, .inputRead, .output, .note: .output
    case .objectDefine, .gateWait: nil
    default: .coordination
    }
  }
}

extension Timeline.Mark.Shape {
  /// The family; nil for what is always shown: that time was up.
  var family: EventFamily? {
    switch self {
    case .begin, .joined, .ended, .failed, .killed: .processes
    case .read, .write, .remembered: .values
    case .put, .get: .queues
    case .set, .fetched, .served: .managers
    case .taskBegin, .taskEnd: .pools
    case .taken, .given, .notified, .cleared, .woken, .arrived, .passed, .broken: .coordination
    case .typed, .printed, .noted: .output
    case .timedOut: nil
    }
  }
}

extension Timeline.Connector.Kind {
  /// The family.
  var family: EventFamily {
    switch self {
    case .start: .processes
    case .item: .queues
    case .lock: .locks
    case .request: .managers
    case .task: .pools
    case .signal: .coordination
    }
  }
}

extension Activity {
  /// The family of what a lane does; nil for what belongs to none.
  var family: EventFamily? {
    switch self {
    case .waiting: .locks
    case .sleeping: .sleep
    case .blocked(let blocker): blocker.family
    case .starting, .running, .held, .idle, .ended: nil
    }
  }
}

extension Blocker {
  fileprivate var family: EventFamily {
    switch self {
    case .join: .processes
    case .get, .put, .tasks: .queues
    case .result: .pools
    case .server: .managers
    case .input: .output
    case .semaphore, .condition, .event, .barrier: .coordination
    }
  }
}
