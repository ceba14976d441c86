import CProcSupport
import Glibc
import ProcModel
import ProcSystem

extension Process {
  /// Waits until it has ended (`join`).
  ///
  /// - Parameter timeout: the longest time; nil: no limit.
  /// - Returns: whether it has ended.
  /// - Throws: ``ProcessError`` if it was not started, or by another process; ``SystemError`` if no
  ///   descriptor is available.
  @discardableResult
  public func join(timeout: Duration? = nil) throws -> Bool {
    if let parent = self as? ParentProcess { return try parent.waitForEnd(timeout) }
    let deadline = Deadline(after: timeout)
    return try join(until: deadline) {
      if let pid { try waitForEnd(of: pid, until: deadline) }
    }
  }

  /// Waits until it has ended, or the deadline has passed.
  ///
  /// - Parameter park: waits until there may be news, or the deadline has passed.
  func join(until deadline: Deadline, park: () throws -> Void) throws -> Bool {
    _ = try checkedChild("join")
    let operation = BlockingOperation(.joinDone, on: id, until: deadline)
    var hasReported = false
    let ended: Void? = try operation.perform {
      if !hasReported { Tracer.emit(.joinWait, object: id, extra: deadline.limit, text: name) }
      hasReported = true
      return reapIfEnded() ? () : nil
    } reportWait: {
    } park: {
      try park()
    }
    Tracer.emit(.joinDone, object: id, flags: ended == nil ? .timedOut : [], text: name)
    return ended != nil
  }

  /// Whether it runs (`is_alive`).
  public func isAlive() -> Bool {
    if self === currentProcess() { return true }
    if let parent = self as? ParentProcess { return !parent.hasEnded }
    guard state.withValue({ $0.pid != nil && !$0.isClosed && $0.creator == Runtime.pid }) else {
      return false
    }
    Gate.pass(.poll, id)
    let isAlive = !reapIfEnded()
    Tracer.emit(.poll, object: id, value: isAlive ? 1 : 0, text: name)
    return isAlive
  }

  /// Asks it to end (`terminate`): SIGTERM. Its own children become orphans.
  ///
  /// - Throws: ``ProcessError`` if it was not started, or by another process.
  public func terminate() throws { try send(SIGTERM, "terminate") }

  /// Ends it (`kill`): SIGKILL.
  ///
  /// - Throws: ``ProcessError`` if it was not started, or by another process.
  public func kill() throws { try send(SIGKILL, "kill") }

  /// Frees it (`close`); it cannot be used any more.
  ///
  /// - Throws: ``ProcessError/stillRunning``.
  public func close() throws {
    if state.withValue({ $0.pid != nil && !$0.isClosed }) {
      _ = try checkedChild("close")
      guard reapIfEnded() else { throw ProcessError.stillRunning }
    }
    state.withValue { $0.isClosed = true }
  }

  private func send(_ signal: Int32, _ what: String) throws {
    let pid = try checkedChild(what)
    let (id, name) = (id, name)
    Gate.pass(.processSignal, id)
    // Until it is reaped, no other process can have its pid.
    state.withValue { state in
      guard state.exitCode == nil else { return }
      Tracer.emit(.processSignal, object: id, value: Int64(signal), text: name)
      _ = Glibc.kill(pid, signal)
    }
  }

  /// The pid of a child that was started by this process.
  private func checkedChild(_ what: String) throws -> Int32 {
    try state.withValue { state in
      if state.isClosed { throw ProcessError.closed }
      if state.creator != Runtime.pid { throw ProcessError.notCreator(what) }
      guard let pid = state.pid else { throw ProcessError.notStarted(what) }
      return pid
    }
  }

  /// Learns whether a child has ended, and reports it the first time.
  ///
  /// - Returns: whether it has.
  func reapIfEnded() -> Bool {
    let (ended, isNew): (Bool, Bool) = state.withValue { state in
      if state.exitCode != nil { return (true, false) }
      guard let pid = state.pid, state.creator == Runtime.pid else { return (false, false) }
      var status: Int32 = 0
      let result = waitpid(pid, &status, WNOHANG)
      if result == pid {
        state.exitCode = WaitStatus(status).exitCode
        return (true, true)
      }
      if result < 0, errno == ECHILD {
        // Code outside the runtime has reaped it; its exit status is not known.
        state.exitCode = WaitStatus.unknownExitCode
        return (true, false)
      }
      return (false, false)
    }
    if ended { ProcessTable.remove(self) }
    if isNew { reportReap() }
    return ended
  }

  /// The same without an explicit request: it is an operation, and passes the gate, only if there
  /// is something to learn. While the gates are closed, it is an operation in any case: what a
  /// process does next must not depend on something that no event tells.
  func reapInPassing() -> Bool {
    if state.withValue({ $0.exitCode != nil }) { return reapIfEnded() }
    if Gate.isClosed { return !isAlive() }
    if state.withValue({ Self.isZombie($0) }) { Gate.pass(.processReap, id) }
    return reapIfEnded()
  }

  /// Whether a child of this process has ended and has not been reaped.
  private static func isZombie(_ state: ProcessState) -> Bool {
    guard state.exitCode == nil, let pid = state.pid, state.creator == Runtime.pid else {
      return false
    }
    var information = siginfo_t()
    let options = WEXITED | WNOHANG | WNOWAIT
    return waitid(P_PID, id_t(pid), &information, options) == 0 && information.si_signo == SIGCHLD
  }

  private func reportReap() {
    let (pid, exitCode) = state.withValue { ($0.pid ?? 0, $0.exitCode ?? 0) }
    Tracer.emit(
      .processReap, object: id, value: Int64(exitCode), extra: UInt64(pid), text: name)
  }
}

/// Waits until a process has ended, or the deadline has passed (`pidfd_open(2)`, `poll(2)`).
///
/// - Throws: ``SystemError`` if no descriptor is available.
func waitForEnd(of pid: Int32, until deadline: Deadline) throws {
  let descriptor = proc_pidfd_open(pid)
  guard descriptor >= 0 else {
    if errno == ESRCH { return }
    throw SystemError("pidfd_open")
  }
  let process = Descriptor(owning: descriptor)
  waitUntilReadable(process.number, until: deadline)
}

/// What `waitpid(2)` says of how a process ended.
struct WaitStatus {
  private let status: Int32

  /// What waitpid gave.
  init(_ status: Int32) { self.status = status }

  /// As `Process.exitcode`: the exit code, or −N for signal N.
  var exitCode: Int32 {
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : -signal
  }

  /// The code for an end whose status is not known.
  static let unknownExitCode: Int32 = 255
}
