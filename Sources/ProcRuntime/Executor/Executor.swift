/// What runs tasks for others (`concurrent.futures.Executor`).
public protocol Executor {
  /// Has a worker call a function with these arguments (`submit`).
  ///
  /// - Returns: a future for the function's result.
  /// - Throws: ``ExecutorError``; ``BrokenProcessPool``; what starting a worker throws.
  func submit<each Argument: Codable & Sendable, Result: Codable & Sendable>(
    _ function: Function<repeat each Argument, Result>, _ arguments: repeat each Argument
  ) throws -> Future<Result>

  /// Takes no more tasks (`shutdown`).
  ///
  /// - Parameters:
  ///   - wait: whether to wait until all tasks have ended, and the workers.
  ///   - cancelFutures: whether to cancel the tasks that have not begun.
  /// - Throws: what waiting for the workers throws.
  func shutdown(wait: Bool, cancelFutures: Bool) throws
}

extension Executor {
  /// Takes no more tasks, and waits until all have ended (`shutdown()`).
  ///
  /// - Throws: what waiting for the workers throws.
  public func shutdown() throws { try shutdown(wait: true, cancelFutures: false) }

  /// Has workers call a function with the first argument of each list, then with the second of each,
  /// and so on, up to the end of the shortest (`map`). All calls are submitted at once.
  ///
  /// - Parameter timeout: how long, from now on, the results may take; nil: no limit.
  /// - Returns: the results, in the order of the arguments, to be waited for one by one.
  /// - Throws: as ``submit(_:_:)``.
  public func map<each Argument: Codable & Sendable, Result: Codable & Sendable>(
    _ function: Function<repeat each Argument, Result>, _ lists: repeat [each Argument],
    timeout: Duration? = nil
  ) throws -> MappedResults<Result> {
    let deadline = Deadline(after: timeout)
    var count = Int.max
    for list in repeat each lists { count = min(count, list.count) }
    if count == .max { count = 0 }
    let futures = try (0..<count).map { place in
      try submit(function, repeat (each lists)[place])
    }
    return MappedResults(futures, until: deadline)
  }
}

/// The results of `map`, in the order of its arguments.
public final class MappedResults<Result: Codable & Sendable> {
  private var futures: ArraySlice<Future<Result>>
  private let deadline: Deadline

  init(_ futures: [Future<Result>], until deadline: Deadline) {
    self.futures = futures[...]
    self.deadline = deadline
  }

  /// The next result, or nil after the last; waits for it (`next`).
  ///
  /// - Throws: what the call threw; ``TimeoutError`` if the time limit of `map` has passed;
  ///   ``BrokenProcessPool``. The calls that have not begun by then are cancelled.
  public func next() throws -> Result? {
    guard let future = futures.popFirst() else { return nil }
    do { return try future.result(until: deadline) } catch {
      for future in [future] + futures { future.cancel() }
      futures = []
      throw error
    }
  }

  /// All results that are left; waits for them (`list`).
  ///
  /// - Throws: as ``next()``.
  public func all() throws -> [Result] {
    var results: [Result] = []
    while let result = try next() { results.append(result) }
    return results
  }
}

/// Uses an executor, and shuts it down in the end, waiting for all its tasks (`with … as`).
///
/// - Throws: what `body` throws, after all tasks have ended.
public func withExecutor<E: Executor, Result>(
  _ executor: E, _ body: (E) throws -> Result
) throws -> Result {
  let result: Result
  do { result = try body(executor) } catch {
    try executor.shutdown()
    throw error
  }
  try executor.shutdown()
  return result
}
