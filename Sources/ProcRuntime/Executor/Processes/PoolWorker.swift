import CProcSupport
import Glibc
import ProcModel
import ProcSystem

/// What a worker process of a pool needs to know.
struct PoolSetup: Codable {
  /// The pool's identity and name in the trace.
  let pool: UInt64
  let name: String
  /// The submitting process.
  let parent: Int32
  /// The descriptors of the pool's memory, of the count of tasks that wait, and of the count of
  /// tasks that have ended. They have the same numbers in the worker.
  let memory: Int32
  let tasks: Int32
  let results: Int32
}

/// A worker process: takes tasks in the order of their submission, until there will be no more.
final class PoolWorker {
  private let setup: PoolSetup
  private let memory: PoolMemory
  /// Readable once the submitting process has ended.
  private let parent: Descriptor

  /// Works until the pool is shut down or its process has ended.
  static func run(_ setup: PoolSetup) throws {
    let worker = try PoolWorker(setup)
    worker.reportIdle()
    while worker.waitForTask(), let slot = worker.memory.takeNext() { try worker.serve(slot) }
  }

  private init(_ setup: PoolSetup) throws {
    let number = proc_pidfd_open(setup.parent)
    guard number >= 0 else { throw SystemError("pidfd_open") }
    parent = Descriptor(owning: number)
    self.setup = setup
    for descriptor in [setup.memory, setup.tasks, setup.results] {
      // Open here on purpose, but not in what this process might exec.
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }
    memory = try PoolMemory(descriptor: setup.memory)
  }

  private var pool: ObjectID { ObjectID(rawValue: setup.pool) }

  private func reportIdle() {
    Tracer.emit(
      .processIdle, object: Lane.current.pointee.object, extra: setup.pool, text: setup.name)
  }

  /// Waits until there is a task, and reserves one; false if the pool's process has ended. A held
  /// worker waits at its gate. If it is let go and there is no task, it reports that, so that the
  /// viewer sees it.
  private func waitForTask() -> Bool {
    while true {
      // Another process may have its pid by now, but that one is not our parent.
      let isHeld = Gate.pass(.taskBegin, pool)
      if getppid() != setup.parent { return false }
      if EventCounter.take(setup.tasks) { return true }
      if isHeld {
        reportIdle()
        continue
      }
      var requests = [
        pollfd(fd: setup.tasks, events: Int16(POLLIN), revents: 0),
        pollfd(fd: parent.number, events: Int16(POLLIN), revents: 0),
      ]
      _ = poll(&requests, 2, -1)
      if requests[1].revents != 0 { return false }
    }
  }

  private func serve(_ number: UInt32) throws {
    let slot = memory.slot(number)
    if slot.move(from: .pending, to: .running) {
      let call = try PoolCall(memory.take(from: slot))
      Tracer.emit(.taskBegin, object: pool, extra: call.serial, text: call.text)
      let result = call.perform()
      Gate.pass(.taskEnd, pool)
      // The report may have to wait for a slow viewer, and the worker can be terminated meanwhile.
      // The slot says that the end is reported only when it is, and a broken pool, which terminates
      // its workers, finds both done or neither. Only if a worker is killed (`SIGKILL`), its end
      // may be reported twice, the second time by its pool.
      deferringTermination {
        Tracer.emit(
          .taskEnd, object: pool, extra: call.serial, text: call.text, detail: result.text)
        slot.set(.ending)
      }
      try put(result, into: slot)
      slot.set(.ended)
    } else {
      // It was cancelled. The viewer that let this worker go must see that it has passed its gate.
      reportIdle()
    }
    memory.markEnded(number)
    EventCounter.add(to: setup.results)
  }

  /// Stores a result for the submitter; if there is no room for it, an error that says so.
  private func put(_ result: PoolResult, into slot: PoolSlot) throws {
    do { try memory.write(result.encoded, to: slot) } catch {
      try memory.write(PoolResult.threw(RemoteError(error)).encoded, to: slot)
    }
  }
}

/// The target that a pool's worker processes run.
let poolWorkerTarget = Target("ProcRuntime.PoolWorker") { (setup: PoolSetup) in
  try PoolWorker.run(setup)
}
