/// A kind of event as its primitive sees it: whoever has to do with all kinds asks the primitives one
/// by one, and each of them knows all of its own. There is no `default` in either.
public enum PrimitiveEvent: Sendable, Hashable {
  /// A process or thread.
  case process(ProcessEvent)
  /// A lock.
  case lock(LockEvent)
  /// A readers-writer lock.
  case rwlock(RWLockEvent)
  /// A semaphore.
  case semaphore(SemaphoreEvent)
  /// A queue, or one direction of a pipe.
  case queue(QueueEvent)
  /// Memory, shared or private.
  case value(ValueEvent)
  /// A manager, and the objects that it serves.
  case manager(ManagerEvent)
  /// A pool and its tasks.
  case pool(PoolEvent)
  /// Sleeping.
  case sleep(SleepEvent)
  /// What is typed, printed and noted.
  case console(ConsoleEvent)
  /// The protocol itself.
  case wire(ProtocolEvent)
  /// A condition.
  case condition(ConditionEvent)
  /// An event (`multiprocessing.Event`).
  case event(FlagEvent)
  /// A barrier.
  case barrier(BarrierEvent)
  /// Something that only a newer speaker of the protocol knows.
  case unknown
}

extension EventKind {
  /// Which primitive the kind belongs to, and what it is there.
  @inline(__always)
  public var primitive: PrimitiveEvent {
    switch self {
    case .unknown: .unknown
    case .processStart: .process(.start)
    case .processBegin: .process(.begin)
    case .processExit: .process(.exit)
    case .processReap: .process(.reap)
    case .processError: .process(.error)
    case .processIdle: .process(.idle)
    case .processSignal: .process(.signal)
    case .joinWait: .process(.joinWait)
    case .joinDone: .process(.joinDone)
    case .poll: .process(.poll)
    case .lockWait: .lock(.wait)
    case .lockAcquire: .lock(.acquire)
    case .lockRelease: .lock(.release)
    case .lockTimeout: .lock(.timeout)
    case .rwlockReadWait: .rwlock(.readWait)
    case .rwlockReadAcquire: .rwlock(.readAcquire)
    case .rwlockReadRelease: .rwlock(.readRelease)
    case .rwlockReadTimeout: .rwlock(.readTimeout)
    case .rwlockWriteWait: .rwlock(.writeWait)
    case .rwlockWriteAcquire: .rwlock(.writeAcquire)
    case .rwlockWriteRelease: .rwlock(.writeRelease)
    case .rwlockWriteTimeout: .rwlock(.writeTimeout)
    case .semaphoreWait: .semaphore(.wait)
    case .semaphoreAcquire: .semaphore(.acquire)
    case .semaphoreRelease: .semaphore(.release)
    case .semaphoreTimeout: .semaphore(.timeout)
    case .queuePut: .queue(.put)
    case .queueGet: .queue(.get)
    case .queuePutWait: .queue(.putWait)
    case .queueGetWait: .queue(.getWait)
    case .queuePutTimeout: .queue(.putTimeout)
    case .queueGetTimeout: .queue(.getTimeout)
    case .queuePoll: .queue(.poll)
    case .queueTaskDone: .queue(.taskDone)
    case .queueJoinWait: .queue(.joinWait)
    case .queueJoinDone: .queue(.joinDone)
    case .pipeClose: .queue(.close)
    case .valueRead: .value(.read)
    case .valueWrite: .value(.write)
    case .memory: .value(.memory)
    case .expect: .value(.expect)
    case .dictSet: .manager(.set)
    case .dictGet: .manager(.get)
    case .managerRequest: .manager(.request)
    case .managerServe: .manager(.serve)
    case .managerReady: .manager(.ready)
    case .taskSubmit: .pool(.submit)
    case .taskBegin: .pool(.begin)
    case .taskEnd: .pool(.end)
    case .taskWait: .pool(.wait)
    case .taskResult: .pool(.result)
    case .shutdown: .pool(.shutdown)
    case .sleepBegin: .sleep(.begin)
    case .sleepEnd: .sleep(.end)
    case .inputWait: .console(.inputWait)
    case .inputRead: .console(.inputRead)
    case .output: .console(.output)
    case .note: .console(.note)
    case .objectDefine: .wire(.define)
    case .gateWait: .wire(.gate)
    case .conditionWait: .condition(.wait)
    case .conditionWake: .condition(.wake)
    case .conditionNotify: .condition(.notify)
    case .conditionTimeout: .condition(.timeout)
    case .eventWait: .event(.wait)
    case .eventWake: .event(.wake)
    case .eventSet: .event(.set)
    case .eventClear: .event(.clear)
    case .eventPoll: .event(.poll)
    case .eventTimeout: .event(.timeout)
    case .barrierWait: .barrier(.wait)
    case .barrierPass: .barrier(.pass)
    case .barrierTimeout: .barrier(.timeout)
    case .barrierAbort: .barrier(.abort)
    case .barrierReset: .barrier(.reset)
    }
  }
}

extension PrimitiveEvent {
  /// The row of the kind.
  var facts: KindFacts {
    switch self {
    case .process(let kind): kind.facts
    case .lock(let kind): kind.facts
    case .rwlock(let kind): kind.facts
    case .semaphore(let kind): kind.facts
    case .queue(let kind): kind.facts
    case .value(let kind): kind.facts
    case .manager(let kind): kind.facts
    case .pool(let kind): kind.facts
    case .sleep(let kind): kind.facts
    case .console(let kind): kind.facts
    case .wire(let kind): kind.facts
    case .condition(let kind): kind.facts
    case .event(let kind): kind.facts
    case .barrier(let kind): kind.facts
    case .unknown: .unknown
    }
  }
}
