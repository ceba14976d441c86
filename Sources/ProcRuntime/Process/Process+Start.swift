public import ProcModel

extension Process {
  /// Starts it (`start`), by the start method of the program.
  ///
  /// - Throws: ``ProcessError`` if it has been started before, by another process than the one that
  ///   made it, or by a daemon; ``SystemError`` if no process or descriptor is available. Nothing
  ///   is left behind then.
  public func start() throws { try start(by: getStartMethod()) }

  /// Starts it by a start method of its own.
  func start(by method: StartMethod) throws {
    try checkStartable()
    // As CPython does, so that ended children do not pile up as zombies. While the lanes are held
    // this is deferred: what a process does must not depend on whether another has finished dying.
    if !Gate.isClosed { for child in ProcessTable.children { _ = child.reapInPassing() } }
    let id = Runtime.nextObjectID()
    Gate.pass(.processStart, id)
    state.withValue { $0.id = id }
    let pid =
      switch method {
      case .spawn: try StartSpawn.start(self)
      case .fork, .thread: try StartFork.start(self)
      }
    state.withValue { $0.pid = pid }
    ProcessTable.add(self)
  }

  private func checkStartable() throws {
    try state.withValue { state in
      if state.isClosed { throw ProcessError.closed }
      if state.pid != nil { throw ProcessError.alreadyStarted }
      if state.creator != Runtime.pid { throw ProcessError.notCreator("start") }
    }
    if currentProcess().daemon { throw ProcessError.daemonicChildren }
  }

  /// Reports the start. The child exists, but does nothing before it learns of this. With its
  /// pid, its end is noticed even if it never reports anything.
  func reportStart(_ method: StartMethod, _ pid: Int32) {
    Tracer.emit(
      .processStart, object: id, value: method.rawValue,
      extra: UInt64(UInt32(bitPattern: pid)), flags: daemon ? .daemon : [], text: name)
  }
}

/// Chooses how processes are started from now on (`multiprocessing.set_start_method`).
///
/// - Parameter method: fork or spawn; a thread is not a start method of processes.
public func setStartMethod(_ method: StartMethod) {
  precondition(method != .thread, "processes are started by fork or spawn")
  Runtime.startMethod = method
}

/// How processes are started (`multiprocessing.get_start_method`).
public func getStartMethod() -> StartMethod { Runtime.startMethod }
