import Glibc
import ProcModel
import ProcSystem

/// A process pool, seen from the process that submits to it. There is no helper thread: each call
/// that submits, or waits for a result, checks which tasks have ended in the meantime. Submitted
/// tasks run without that.
final class ProcessPool: TaskPool, Sendable {
  let id: ObjectID
  private let creator: Int32
  private let memory: PoolMemory
  private let memoryFile: Descriptor
  /// How many tasks wait for a worker; each worker takes one of the count, then one of the tasks.
  private let tasks: Descriptor
  /// Readable when tasks have ended.
  private let results: Descriptor
  private let submissions: GuardedBox<PoolSubmissions>
  private let workers: PoolWorkers
  private let turn = PoolTurn()

  init(maxWorkers: Int, name: String?) throws {
    creator = Runtime.pid
    id = Runtime.nextObjectID()
    let name = name ?? ObjectKind.pool.defaultName(SharedHeap.nextNumber(.pool))
    memoryFile = try PoolMemory.make()
    memory = try PoolMemory(descriptor: memoryFile.number)
    tasks = try EventCounter.make(oneByOne: true)
    results = try EventCounter.make(oneByOne: false)
    submissions = GuardedBox(PoolSubmissions(memory: memory))
    let setup = PoolSetup(
      pool: id.rawValue, name: name, parent: creator, memory: memoryFile.number,
      tasks: tasks.number, results: results.number)
    workers = PoolWorkers(setup: setup, limit: maxWorkers)
    Tracer.emit(
      .objectDefine, object: id, value: ObjectKind.pool.rawValue, extra: UInt64(maxWorkers),
      text: name)
    AtEnd.add(.executors, for: self) { [self] in
      _ = try? shutdown(wait: true, cancelFutures: false)
    }
  }

  deinit { memory.unmap() }

  /// Hands a call over to the workers.
  ///
  /// - Parameter arguments: the call's arguments, pickled one after the other.
  /// - Throws: ``ExecutorError``; ``BrokenProcessPool``; what starting a worker throws.
  func submit(function: String, text: String, arguments: [UInt8]) throws -> PooledTask {
    guard creator == Runtime.pid else { throw ExecutorError.notOwner }
    refresh()
    try checkOpen()
    // Held, it is not looked how many have ended: that would depend on how far the workers have come.
    let tasks = submissions.withValue { Gate.isClosed ? $0.submittedCount : $0.unfinishedCount }
    try workers.startMissing(forUnfinished: tasks + 1)
    Gate.pass(.taskSubmit, id)
    let task = submissions.withValue { $0.makeTask(text) }
    let call = try PoolCall.head(serial: task.serial, text: text, function: function) + arguments
    Tracer.emit(.taskSubmit, object: id, extra: task.serial, text: text)
    guard submissions.withValue({ $0.add(task, call: call) }) else {
      // Another thread has shut the pool down in the meantime.
      give(.cancelled, to: task).callAll()
      throw ExecutorError.shutDown
    }
    handOver().callAll()
    return task
  }

  private func checkOpen() throws {
    try submissions.withValue { submissions in
      if let reason = submissions.broken { throw BrokenProcessPool(reason: reason) }
      if submissions.isClosing { throw ExecutorError.shutDown }
    }
  }

  /// Hands over the tasks that have waited for a slot, and announces the end when it is time.
  private func handOver() -> DueCallbacks {
    let (published, news, isEnd) = submissions.withValue { submissions in
      let (published, news) = submissions.handOver()
      return (published, news, submissions.saysEnd())
    }
    if published > 0 { EventCounter.add(published, to: tasks.number) }
    if isEnd { EventCounter.add(Self.plenty, to: tasks.number) }
    var due = DueCallbacks()
    for (task, outcome) in news { due += give(outcome, to: task) }
    return due
  }

  /// More than there will ever be workers, so each finds nothing to do and ends.
  private static let plenty = 1 << 32

  func learn() -> DueCallbacks {
    var due = DueCallbacks()
    guard creator == Runtime.pid else { return due }
    let (news, isClosing) = submissions.withValue { ($0.collect(), $0.isClosing) }
    for (task, outcome) in news { due += task.finish(outcome) }
    due += handOver()
    if let reason = workers.review(isClosing: isClosing) { due += breakDown(reason) }
    return due
  }

  func park(until deadline: Deadline, unless isOver: () -> Bool) {
    turn.wait(until: deadline, unless: isOver) {
      workers.wait(for: results.number, until: deadline)
      EventCounter.take(results.number)
    }
  }

  func isRunning(_ task: PooledTask) -> Bool { submissions.withValue { $0.isRunning(task) } }

  func cancel(_ task: PooledTask) -> Bool {
    Gate.pass(.taskEnd, id)
    guard submissions.withValue({ $0.cancel(task) }) else { return false }
    give(.cancelled, to: task).callAll()
    return true
  }

  func shutdown(wait: Bool, cancelFutures: Bool) throws {
    guard creator == Runtime.pid else { return }
    if !submissions.withValue({ $0.isClosing }) {
      Gate.pass(.shutdown, id)
      Tracer.emit(.shutdown, object: id)
    }
    submissions.withValue { $0.isClosing = true }
    refresh()
    if cancelFutures {
      for task in submissions.withValue({ $0.unfinished }) { _ = cancel(task) }
    }
    guard wait else { return }
    try workers.join { [self] in
      park(until: .never) { false }
      refresh()
    }
    refresh()
    if submissions.withValue({ $0.unfinishedCount }) > 0 {
      breakDown("all workers have ended").callAll()
    }
    AtEnd.forget(self)
  }

  /// A worker has died: the others end, too, and then every task that has not ended has failed.
  private func breakDown(_ reason: String) -> DueCallbacks {
    var due = DueCallbacks()
    guard let revoked = submissions.withValue({ $0.breakDown(reason) }) else { return due }
    let failure = TaskOutcome.failed(BrokenProcessPool(reason: reason))
    workers.terminate()
    for (task, outcome, isReported) in submissions.withValue({ $0.abandon() }) {
      if outcome != nil || isReported {
        due += task.finish(outcome ?? failure)
      } else {
        due += give(failure, to: task)
      }
    }
    for task in revoked { due += give(failure, to: task) }
    return due
  }

  /// Ends a task that no worker will end.
  private func give(_ outcome: TaskOutcome, to task: PooledTask) -> DueCallbacks {
    if task.outcome != nil { return DueCallbacks() }
    Tracer.emit(
      .taskEnd, object: id, extra: task.serial, text: task.text, detail: outcome.text)
    return task.finish(outcome)
  }
}
