import CProcSupport
import Glibc
import ProcModel
import Synchronization

extension Thread {
  private static let runningThreads = GuardedBox<[Thread]>([])
  /// Those that the main thread has not joined, and the process that they are threads of: a forked
  /// child has copied its parent's list.
  private static let unjoinedThreads = GuardedBox<[(process: Int32, thread: Thread)]>([])

  /// Makes the lists, so that a fork inherits them.
  static func makeKnown() {
    runningThreads.withValue { _ in }
    unjoinedThreads.withValue { _ in }
  }

  /// How many threads of this process run, without the main thread.
  static var running: Int { runningThreads.withValue { $0.count } }

  /// Those that the process waits for at its end: those that run and are no daemons. Where the gates
  /// are closed, all that its main thread has not joined are taken, whether they run or not: what a
  /// process does at its end must not depend on how far its threads have come.
  static var toFinish: [Thread] {
    guard Gate.isClosed else { return runningThreads.withValue { $0.filter { !$0.daemon } } }
    return unjoinedThreads.withValue { unjoined in
      unjoined.filter { $0.process == Runtime.pid && !$0.thread.daemon }.map(\.thread)
    }
  }

  /// Starts it (`start`), and returns when it runs.
  ///
  /// - Throws: ``ProcessError/alreadyStarted``; ``SystemError`` if no thread is available.
  public func start() throws {
    let id = Runtime.nextObjectID()
    let isNew = state.withValue { state in
      defer { if state.id == .none { state.id = id } }
      return state.id == .none
    }
    guard isNew else { throw ProcessError.alreadyStarted }
    Gate.pass(.processStart, id)
    Self.runningThreads.withValue { $0.append(self) }
    Self.unjoinedThreads.withValue { $0.append((Runtime.pid, self)) }
    do { try create() } catch {
      forget()
      leaveRunning()
      state.withValue { $0.id = .none }
      throw error
    }
    Tracer.emit(
      .processStart, object: id, value: StartMethod.thread.rawValue, flags: daemon ? .daemon : [],
      text: name)
    advance(to: Stage.announced)
    wait(until: Stage.running, .never)
  }

  /// Waits until it has ended (`join`).
  ///
  /// - Parameter timeout: the longest time; nil: no limit.
  /// - Returns: whether it has ended.
  /// - Throws: ``ProcessError`` if it was not started, or waits for itself.
  @discardableResult
  public func join(timeout: Duration? = nil) throws -> Bool {
    if currentThread() === self { throw ProcessError.joinsItself }
    let (id, name) = state.withValue { ($0.id, $0.name) }
    if id == .none { throw ProcessError.notStarted("join") }
    let deadline = Deadline(after: timeout)
    let operation = BlockingOperation(.joinDone, on: id, until: deadline)
    var hasReported = false
    let ended: Void? = try operation.perform {
      if !hasReported { Tracer.emit(.joinWait, object: id, extra: deadline.limit, text: name) }
      hasReported = true
      return stage.pointee.load(ordering: .acquiring) == Stage.ended ? () : nil
    } reportWait: {
    } park: {
      wait(until: Stage.ended, deadline)
    }
    if ended != nil, Lane.current.pointee.tid == 0 { forget() }
    Tracer.emit(.joinDone, object: id, flags: ended == nil ? .timedOut : [], text: name)
    return ended != nil
  }

  /// Whether it runs (`is_alive`).
  public func isAlive() -> Bool {
    let (id, name) = state.withValue { ($0.id, $0.name) }
    if id == .none { return false }
    Gate.pass(.poll, id)
    let isAlive = stage.pointee.load(ordering: .acquiring) != Stage.ended
    Tracer.emit(.poll, object: id, value: isAlive ? 1 : 0, text: name)
    return isAlive
  }

  /// Makes the thread of the system. It does nothing before its start is reported.
  private func create() throws {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let thread = Unmanaged.passRetained(self)
    var handle = pthread_t()
    let result = pthread_create(
      &handle, &attributes,
      { argument in
        if let argument { Unmanaged<Thread>.fromOpaque(argument).takeRetainedValue().live() }
        return nil
      }, thread.toOpaque())
    if result != 0 {
      thread.release()
      throw SystemError("pthread_create", code: result)
    }
  }

  /// The thread's life.
  private func live() {
    wait(until: Stage.announced, .never)
    let (id, name) = state.withValue { ($0.id, $0.name) }
    let lane = Lane.begin(object: id)
    lane.pointee.thread = Unmanaged.passUnretained(self)
    state.withValue { $0.kernelID = proc_gettid() }
    // The thread that starts it waits until it runs, and must not have to wait until the viewer
    // lets it go.
    if Gate.isClosed {
      advance(to: Stage.running)
      Gate.pass(.processBegin, id)
    }
    Tracer.emit(
      .processBegin, object: id, value: StartMethod.thread.rawValue,
      extra: UInt64(UInt32(bitPattern: Runtime.pid)), flags: daemon ? .daemon : [], text: name)
    advance(to: Stage.running)
    let code = exitCode()
    Gate.pass(.processExit, id)
    leaveRunning()
    Tracer.emit(.processExit, object: id, value: code)
    Lane.end()
    advance(to: Stage.ended)
  }

  /// Runs it. As in Python, ``SystemExit`` ends only the thread, and is not an error.
  private func exitCode() -> Int64 {
    do {
      try run()
      return 0
    } catch is SystemExit {
      return 0
    } catch {
      ProcessEnd.report(error, of: "Exception in thread \(name)", id: Lane.current.pointee.object)
      return 1
    }
  }

  private func leaveRunning() {
    Self.runningThreads.withValue { $0.removeAll { $0 === self } }
    if !Gate.isClosed { forget() }
  }

  /// The process need not wait for it at its end.
  private func forget() {
    Self.unjoinedThreads.withValue { $0.removeAll { $0.thread === self } }
  }

  private func advance(to newStage: UInt32) {
    stage.pointee.store(newStage, ordering: .releasing)
    Futex.wake(stage)
  }

  private func wait(until wanted: UInt32, _ deadline: Deadline) {
    while true {
      let now = stage.pointee.load(ordering: .acquiring)
      let left = deadline.remaining
      if now >= wanted || left == 0 { return }
      Futex.wait(stage, while: now, timeout: left)
    }
  }
}
