import CProcSupport
import Glibc
import ProcModel
import ProcSystem

/// The worker processes of a pool, seen from the process that started them.
final class PoolWorkers: @unchecked Sendable {
  /// One of them.
  private final class Worker {
    let process: Process
    /// Readable once it has ended.
    let end: Descriptor
    var hasEnded = false

    init(_ process: Process, end: consuming Descriptor) {
      self.process = process
      self.end = end
    }
  }

  private let setup: PoolSetup
  private let limit: Int
  private let method: StartMethod
  private let starting = GuardedBox(())
  private let workers = GuardedBox<[Worker]>([])

  init(setup: PoolSetup, limit: Int) {
    self.setup = setup
    self.limit = limit
    method = getStartMethod()
  }

  /// How many were started.
  var count: Int { workers.withValue { $0.count } }

  /// Starts the workers that this number of tasks needs, as CPython does. Under fork all at once,
  /// before anything happens that a fork should not copy; otherwise one for each task that finds no
  /// idle worker.
  ///
  /// - Throws: what starting a process throws.
  func startMissing(forUnfinished tasks: Int) throws {
    let wanted = method == .fork ? limit : min(limit, tasks)
    if count >= wanted { return }
    try starting.withValue { _ in
      while count < wanted { try startOne() }
    }
  }

  private func startOne() throws {
    let process = Process(target: poolWorkerTarget, args: setup, daemon: false)
    process.inheritedDescriptors = [setup.memory, setup.tasks, setup.results]
    try process.start(by: method)
    let end = Descriptor(owning: proc_pidfd_open(process.pid ?? 0))
    guard end.number >= 0 else {
      let error = SystemError("pidfd_open")
      try? process.kill()
      throw error
    }
    let worker = Worker(process, end: end)
    workers.withValue { $0.append(worker) }
  }

  /// Waits until a descriptor can be read or a worker ends, or the deadline has passed.
  func wait(for descriptor: Int32, until deadline: Deadline) {
    let ends = workers.withValue { $0.filter { !$0.hasEnded }.map { $0.end.number } }
    var requests = ([descriptor] + ends).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let milliseconds = deadline.remaining.map { Int32(clamping: ($0 + 999_999) / 1_000_000) } ?? -1
    _ = poll(&requests, nfds_t(requests.count), milliseconds)
  }

  /// Learns which workers have ended.
  ///
  /// - Parameter isClosing: whether they may, on their own.
  /// - Returns: what happened, if a worker has ended that should not have.
  func review(isClosing: Bool) -> String? {
    let present = workers.withValue { $0.filter { !$0.hasEnded } }
    var requests = present.map { pollfd(fd: $0.end.number, events: Int16(POLLIN), revents: 0) }
    guard poll(&requests, nfds_t(requests.count), 0) > 0 else { return nil }
    var reason: String?
    for worker in present where worker.process.reapIfEnded() {
      workers.withValue { _ in worker.hasEnded = true }
      let code = worker.process.state.withValue { $0.exitCode } ?? 0
      if code != 0 || !isClosing {
        reason = reason ?? "\(worker.process.name) ended with exit code \(code)"
      }
    }
    return reason
  }

  /// Terminates all of them, and kills those that do not end within a second.
  func terminate() {
    let present = workers.withValue { $0.filter { !$0.hasEnded } }
    let deadline = Deadline(after: .seconds(1))
    for worker in present { try? worker.process.terminate() }
    for worker in present {
      waitUntilReadable(worker.end.number, until: deadline)
      if deadline.hasPassed { try? worker.process.kill() }
      waitUntilReadable(worker.end.number, until: .never)
    }
  }

  /// Waits until all have ended.
  ///
  /// - Parameter park: waits until there may be news.
  func join(_ park: () -> Void) throws {
    for worker in workers.withValue({ $0 }) {
      _ = try worker.process.join(until: .never, park: park)
    }
  }
}
