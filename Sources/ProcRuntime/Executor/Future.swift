import ProcModel

/// The pool that a future's task is in, as the future sees it.
protocol TaskPool: AnyObject, Sendable {
  /// The pool's identity in the trace.
  var id: ObjectID { get }
  /// Learns the outcomes of tasks, without waiting.
  ///
  /// - Returns: the callbacks that are due now.
  func learn() -> DueCallbacks
  /// Waits until there may be news, or the deadline has passed.
  ///
  /// - Parameter isOver: whether there is nothing to wait for any more.
  func park(until deadline: Deadline, unless isOver: () -> Bool)
  /// Whether a worker is at the task now.
  func isRunning(_ task: PooledTask) -> Bool
  /// Keeps the task from beginning; false if it has begun.
  func cancel(_ task: PooledTask) -> Bool
}

extension TaskPool {
  /// Learns the outcomes of tasks, without waiting, and calls the callbacks that are due.
  func refresh() { learn().callAll() }
}

/// The result of a task that may not be done yet (`concurrent.futures.Future`).
///
/// A process pool has no helper thread: what its workers have done becomes known when the submitting
/// process asks, that is, in any call of a future or of its executor.
public final class Future<Result: Codable & Sendable>: Sendable {
  private let task: PooledTask
  private let pool: any TaskPool

  init(_ task: PooledTask, in pool: any TaskPool) {
    self.task = task
    self.pool = pool
  }

  /// What the task returned; waits until it is done (`result`).
  ///
  /// - Parameter timeout: the longest time to wait; nil: no limit.
  /// - Throws: what the task threw (``RemoteError`` if it ran in another process);
  ///   ``TimeoutError``; ``CancelledError``; ``BrokenProcessPool``.
  public func result(timeout: Duration? = nil) throws -> Result {
    try result(until: Deadline(after: timeout))
  }

  /// The error that the task threw, or nil if it returned; waits until it is done (`exception`).
  ///
  /// - Parameter timeout: the longest time to wait; nil: no limit.
  /// - Throws: ``TimeoutError``; ``CancelledError``.
  public func exception(timeout: Duration? = nil) throws -> (any Error)? {
    switch try outcome(until: Deadline(after: timeout)) {
    case .failed(let error): return error
    case .cancelled: throw CancelledError()
    case .pickled, .value: return nil
    }
  }

  /// Keeps the task from beginning (`cancel`).
  ///
  /// - Returns: false if it runs or has ended; then nothing happens.
  @discardableResult
  public func cancel() -> Bool {
    pool.refresh()
    if let outcome = task.outcome {
      if case .cancelled = outcome { return true }
      return false
    }
    return pool.cancel(task)
  }

  /// Whether it was cancelled (`cancelled`).
  public func cancelled() -> Bool {
    if case .cancelled = task.outcome { return true }
    return false
  }

  /// Whether a worker is at it now (`running`).
  public func running() -> Bool {
    pool.refresh()
    return task.outcome == nil && pool.isRunning(task)
  }

  /// Whether it has ended or was cancelled (`done`).
  public func done() -> Bool {
    pool.refresh()
    return task.outcome != nil
  }

  /// Calls `body` with this future when it is done; at once if it is done already
  /// (`add_done_callback`).
  ///
  /// A process pool calls it in whatever call makes this process learn of it; a thread pool in the
  /// thread that ran the task.
  public func addDoneCallback(_ body: @escaping @Sendable (Future<Result>) -> Void) {
    task.whenFinished { body(self) }
  }

  /// As ``result(timeout:)``.
  func result(until deadline: Deadline) throws -> Result {
    switch try outcome(until: deadline) {
    case .pickled(let bytes): return try unpickle(Result.self, from: bytes)
    case .failed(let error): throw error
    case .cancelled: throw CancelledError()
    case .value(let value):
      guard let value = value as? Result else { preconditionFailure("a task of another type") }
      return value
    }
  }

  private func outcome(until deadline: Deadline) throws -> TaskOutcome {
    let operation = BlockingOperation(.taskResult, on: pool.id, until: deadline)
    var hasReported = false
    var due = DueCallbacks()
    defer { due.callAll() }
    let outcome = try operation.perform {
      if !hasReported {
        Tracer.emit(.taskWait, object: pool.id, extra: task.serial, text: task.text)
      }
      hasReported = true
      if task.outcome == nil { due = pool.learn() }
      if task.outcome == nil {
        // The task may wait for what a callback does.
        due.callAll()
        due = DueCallbacks()
      }
      return task.outcome
    } reportWait: {
    } park: {
      pool.park(until: deadline) { task.outcome != nil }
    }
    guard let outcome else { throw TimeoutError() }
    Tracer.emit(
      .taskResult, object: pool.id, extra: task.serial, text: task.text, detail: outcome.text)
    return outcome
  }
}
