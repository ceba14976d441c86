import Glibc
import ProcModel

/// Runs tasks in a number of threads of this process (`concurrent.futures.ThreadPoolExecutor`). They
/// share its memory, so nothing is pickled, and errors arrive as they were thrown.
///
/// A thread is started with a task as long as there is no idle one. At the end of the process, all
/// tasks that were submitted are still done.
public final class ThreadPoolExecutor: Executor {
  private let pool: ThreadPool

  /// An executor (`ThreadPoolExecutor(max_workers, thread_name_prefix)`).
  ///
  /// - Parameters:
  ///   - maxWorkers: the maximum number of threads that work at once; nil: four more than there are
  ///     CPUs, but at most 32.
  ///   - name: its name in the viewer; nil: `pool-1`, `pool-2`, …
  ///   - threadNamePrefix: what the threads' names begin with; nil: `ThreadPoolExecutor-0`, …
  /// - Throws: ``ExecutorError/noWorkers``.
  public init(
    maxWorkers: Int? = nil, name: String? = nil, threadNamePrefix: String? = nil
  ) throws {
    let maxWorkers = maxWorkers ?? min(32, sysconf(Int32(_SC_NPROCESSORS_ONLN)) + 4)
    guard maxWorkers > 0 else { throw ExecutorError.noWorkers }
    pool = ThreadPool(maxWorkers: maxWorkers, name: name, threadNamePrefix: threadNamePrefix)
  }

  /// If it is released without a shutdown, it still does what was submitted.
  deinit { try? pool.shutdown(wait: false, cancelFutures: false) }

  /// Has a thread call a function with these arguments (`submit`).
  ///
  /// - Throws: ``ExecutorError/shutDown``; what starting a thread throws.
  @discardableResult
  public func submit<each Argument: Codable & Sendable, Result: Codable & Sendable>(
    _ function: Function<repeat each Argument, Result>, _ arguments: repeat each Argument
  ) throws -> Future<Result> {
    let text = Tracer.isOn ? function.text(repeat each arguments) : function.spawnName
    let task = try pool.submit(text) { try function(repeat each arguments) }
    return Future(task, in: pool)
  }

  /// Takes no more tasks (`shutdown`).
  ///
  /// - Parameters:
  ///   - wait: whether to wait until all tasks and all threads have ended.
  ///   - cancelFutures: whether to cancel the tasks that have not begun.
  /// - Throws: ``ProcessError/joinsItself`` in a thread of the pool.
  public func shutdown(wait: Bool, cancelFutures: Bool) throws {
    try pool.shutdown(wait: wait, cancelFutures: cancelFutures)
  }
}
