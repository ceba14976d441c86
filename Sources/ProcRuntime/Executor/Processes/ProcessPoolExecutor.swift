import Glibc
import ProcModel

/// Runs tasks in a number of worker processes, which are used again and again
/// (`concurrent.futures.ProcessPoolExecutor`).
///
/// Arguments and results are passed as bytes, and a worker finds the function by its name, so it
/// must be among those that `Program.run` was given. The workers are started with the first task:
/// under fork all at once, under spawn one by one as long as there is no idle one. Tasks begin in
/// the order of their submission.
///
/// When a worker dies, every task that has not ended fails with ``BrokenProcessPool``. At the end of
/// the process, all tasks that were submitted are still done.
public final class ProcessPoolExecutor: Executor {
  private let pool: ProcessPool

  /// An executor (`ProcessPoolExecutor(max_workers)`).
  ///
  /// - Parameters:
  ///   - maxWorkers: the maximum number of processes that work at once; nil: one for each CPU.
  ///   - name: its name in the viewer; nil: `pool-1`, `pool-2`, …
  /// - Throws: ``ExecutorError/noWorkers``; ``SystemError`` if no descriptor is available.
  public init(maxWorkers: Int? = nil, name: String? = nil) throws {
    let maxWorkers = maxWorkers ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    guard maxWorkers > 0 else { throw ExecutorError.noWorkers }
    pool = try ProcessPool(maxWorkers: maxWorkers, name: name)
  }

  /// If it is released without a shutdown, it still does what was submitted.
  deinit { try? pool.shutdown(wait: false, cancelFutures: false) }

  /// Has a worker call a function with these arguments (`submit`).
  ///
  /// - Throws: ``ExecutorError``; ``BrokenProcessPool``; what encoding an argument throws; what
  ///   starting a worker throws.
  @discardableResult
  public func submit<each Argument: Codable & Sendable, Result: Codable & Sendable>(
    _ function: Function<repeat each Argument, Result>, _ arguments: repeat each Argument
  ) throws -> Future<Result> {
    guard (try? SpawnRegistry.find(function.spawnName)) is any PooledFunction else {
      throw ExecutorError.unknownFunction(name: function.spawnName)
    }
    var writer = PickleWriter()
    repeat try writer.append(each arguments)
    let task = try pool.submit(
      function: function.spawnName,
      text: Tracer.isOn ? function.text(repeat each arguments) : function.spawnName,
      arguments: writer.bytes)
    return Future(task, in: pool)
  }

  /// Takes no more tasks (`shutdown`).
  ///
  /// - Parameters:
  ///   - wait: whether to wait until all tasks and all workers have ended.
  ///   - cancelFutures: whether to cancel the tasks that have not begun.
  /// - Throws: ``SystemError`` if no descriptor is available.
  public func shutdown(wait: Bool, cancelFutures: Bool) throws {
    try pool.shutdown(wait: wait, cancelFutures: cancelFutures)
  }
}
