import ProcModel
import Synchronization

/// A thread pool. Its threads take tasks in the order of their submission.
final class ThreadPool: TaskPool, Sendable {
  /// A task and what it does.
  struct Job: Sendable {
    let task: PooledTask
    let body: @Sendable () throws -> any Sendable
  }

  private struct State {
    var jobs: ArraySlice<Job> = []
    var running: Set<UInt64> = []
    var threads: [ThreadPoolWorker] = []
    /// The number of idle threads, minus the tasks that were submitted to them since.
    var idle = 0
    var lastSerial: UInt64 = 0
    var isClosing = false
  }

  let id: ObjectID
  private let creator: Int32
  private let name: String
  private let prefix: String
  private let limit: Int
  private let state = GuardedBox(State())
  /// Changes when there is a task, or when there will be no more.
  private let work = EventWord()
  /// Changes when a task has ended.
  private let end = EventWord()

  private static let lastNumber = Atomic<Int>(-1)

  init(maxWorkers: Int, name: String?, threadNamePrefix: String?) {
    limit = maxWorkers
    creator = Runtime.pid
    id = Runtime.nextObjectID()
    self.name = name ?? ObjectKind.pool.defaultName(SharedHeap.nextNumber(.pool))
    let number = Self.lastNumber.wrappingAdd(1, ordering: .relaxed).newValue
    prefix = threadNamePrefix ?? "ThreadPoolExecutor-\(number)"
    Tracer.emit(
      .objectDefine, object: id, value: ObjectKind.pool.rawValue, extra: UInt64(maxWorkers),
      text: self.name)
    AtEnd.add(.executors, for: self) { [self] in
      _ = try? shutdown(wait: true, cancelFutures: false)
    }
  }

  /// Adds a task.
  ///
  /// - Throws: ``ExecutorError/shutDown``; what starting a thread throws.
  func submit(
    _ text: String, _ body: @escaping @Sendable () throws -> any Sendable
  ) throws -> PooledTask {
    try startThreadIfNeeded()
    Gate.pass(.taskSubmit, id)
    let task = try state.withValue { state in
      if state.isClosing { throw ExecutorError.shutDown }
      state.lastSerial += 1
      let task = PooledTask(serial: state.lastSerial, text: text)
      Tracer.emit(.taskSubmit, object: id, extra: task.serial, text: text)
      state.jobs.append(Job(task: task, body: body))
      return task
    }
    work.announce()
    return task
  }

  /// A new thread, if none is idle and the maximum is not reached, as in CPython. While the gates are
  /// closed, idle threads do not count: that would depend on how far the others have come.
  private func startThreadIfNeeded() throws {
    let new: ThreadPoolWorker? = try state.withValue { state in
      if state.isClosing { throw ExecutorError.shutDown }
      if state.idle > 0, !Gate.isClosed {
        state.idle -= 1
        return nil
      }
      guard state.threads.count < limit else { return nil }
      let thread = ThreadPoolWorker(self, name: "\(prefix)_\(state.threads.count)")
      state.threads.append(thread)
      return thread
    }
    guard let new else { return }
    do { try new.start() } catch {
      state.withValue { $0.threads.removeAll { $0 === new } }
      throw error
    }
  }

  /// What a thread of the pool does.
  func serve() {
    reportIdle()
    while let job = nextJob() {
      Tracer.emit(.taskBegin, object: id, extra: job.task.serial, text: job.task.text)
      let outcome: TaskOutcome
      do { outcome = .value(try job.body()) } catch { outcome = .failed(error) }
      Gate.pass(.taskEnd, id)
      give(outcome, to: job.task)
    }
  }

  private func reportIdle() {
    Tracer.emit(
      .processIdle, object: Lane.current.pointee.object, extra: id.rawValue, text: name)
  }

  /// Waits until there is a job, and takes it; nil if there will be none. A held thread waits at
  /// its gate. If it is let go and there is no job, it reports that, so that the viewer sees it.
  private func nextJob() -> Job? {
    while true {
      let isHeld = Gate.pass(.taskBegin, id)
      let now = work.current
      let (job, isClosing) = state.withValue { state in
        let job = state.jobs.popFirst()
        if let job { state.running.insert(job.task.serial) }
        return (job, state.isClosing)
      }
      if job != nil || isClosing { return job }
      if isHeld { reportIdle() } else { work.wait(while: now, until: .never) }
    }
  }

  private func give(_ outcome: TaskOutcome, to task: PooledTask) {
    Tracer.emit(
      .taskEnd, object: id, extra: task.serial, text: task.text, detail: outcome.text)
    state.withValue { state in
      // A thread that finds more to do is not idle.
      if state.running.remove(task.serial) != nil, state.jobs.isEmpty { state.idle += 1 }
    }
    task.finish(outcome).callAll()
    end.announce()
  }

  func learn() -> DueCallbacks { DueCallbacks() }

  func park(until deadline: Deadline, unless isOver: () -> Bool) {
    let now = end.current
    if !isOver() { end.wait(while: now, until: deadline) }
  }

  func isRunning(_ task: PooledTask) -> Bool {
    state.withValue { $0.running.contains(task.serial) }
  }

  func cancel(_ task: PooledTask) -> Bool {
    Gate.pass(.taskEnd, id)
    let isMine: Bool = state.withValue { state in
      guard let place = state.jobs.firstIndex(where: { $0.task === task }) else { return false }
      state.jobs.remove(at: place)
      return true
    }
    if isMine { give(.cancelled, to: task) }
    return isMine
  }

  func shutdown(wait: Bool, cancelFutures: Bool) throws {
    // A copy in a forked child has no threads, and reports nothing.
    if creator == Runtime.pid, !state.withValue({ $0.isClosing }) {
      Gate.pass(.shutdown, id)
      Tracer.emit(.shutdown, object: id)
    }
    state.withValue { $0.isClosing = true }
    work.announce()
    if cancelFutures {
      for job in state.withValue({ $0.jobs }) { _ = cancel(job.task) }
    }
    guard wait else { return }
    for thread in state.withValue({ $0.threads }) { try thread.join() }
    AtEnd.forget(self)
  }
}

/// A thread of a thread pool.
final class ThreadPoolWorker: Thread {
  private let pool: ThreadPool

  init(_ pool: ThreadPool, name: String) {
    self.pool = pool
    super.init(name: name, daemon: false)
  }

  override func run() throws { pool.serve() }
}
