import CProcSupport
import Glibc
import ProcModel

/// The first process of a run that a viewer watches (docs/protocol.md, *The host*): it forks the
/// main process, reports every process that ends to the viewer, and ends them all when the run ends
/// or the viewer has gone. It has one thread and does nothing else.
struct Host {
  /// The socket to the viewer.
  private let viewer: HostSocket
  /// Signals come here, not into handlers.
  private let signals: HostSignals

  /// Becomes a host, if a viewer asks for one. Then only a main process, which the host forks,
  /// returns from this.
  ///
  /// - Returns: whether there is a host.
  static func runIfAsked() -> Bool {
    guard let value = getenv(WireVariable.host), let socket = Int32(String(cString: value)) else {
      return false
    }
    let isServer = getenv(WireVariable.server) != nil
    unsetenv(WireVariable.host)
    unsetenv(WireVariable.server)
    _ = proc_become_subreaper()
    let host = Host(viewer: HostSocket(socket), signals: HostSignals())
    if isServer { return host.serveRuns() }
    guard let main = host.forkMain() else { return true }
    _ = host.watch(main)
    host.endAll()
    _exit(0)
  }

  /// Makes a main process for each run that the viewer wants: a fork of a program that has already
  /// started costs a tenth of a new start.
  ///
  /// - Returns: true, in each main process; the host never returns.
  private func serveRuns() -> Bool {
    WarmUp.perform()
    while true {
      waitUntilReadable(viewer.descriptor, signals.descriptor)
      _ = reap()
      let word = viewer.nextWord
      if word == .end || signals.wantEnd { break }
      guard word == .run else { continue }
      guard let main = forkMain() else { return true }
      let goesOn = watch(main)
      endAll()
      viewer.report(.runOver(main: main))
      if !goesOn { break }
    }
    endAll()
    _exit(0)
  }

  /// Makes a main process.
  ///
  /// - Returns: its pid; nil in the main process itself.
  private func forkMain() -> Int32? {
    let host = getpid()
    let pid = proc_fork()
    if pid < 0 { Runtime.abort(SystemError("fork").description) }
    if pid > 0 {
      viewer.report(.mainStarted(pid))
      return pid
    }
    // If the host is killed, no other process ends the run.
    _ = proc_set_parent_death_signal(SIGKILL)
    if getppid() != host { _exit(1) }
    viewer.close()
    signals.reset()
    Runtime.becomeChild()
    return nil
  }

  /// Watches until the main process has ended, the viewer asks for the end or has gone, or a signal
  /// asks for it.
  ///
  /// - Returns: whether there may be another run.
  private func watch(_ main: Int32) -> Bool {
    while true {
      waitUntilReadable(viewer.descriptor, signals.descriptor)
      let ended = reap()
      let word = viewer.nextWord
      if word == .end || signals.wantEnd { return false }
      if ended.contains(main) || word == .endRun { return true }
    }
  }

  /// Kills every descendant, and reaps and reports each.
  private func endAll() {
    while hasChildren {
      for pid in ProcessTree.descendants(of: getpid()) { kill(pid, SIGKILL) }
      _ = reap()
      // A process that was just created may have been missed: look again soon.
      if hasChildren { signals.wait(milliseconds: 10) }
    }
  }

  /// Whether there is a child, be it alive or a zombie.
  private var hasChildren: Bool {
    var information = siginfo_t()
    return waitid(P_ALL, 0, &information, WEXITED | WNOHANG | WNOWAIT) == 0
  }

  /// Reaps and reports all children, and orphans, that have ended.
  ///
  /// - Returns: their pids.
  private func reap() -> [Int32] {
    var ended: [Int32] = []
    while true {
      var status: Int32 = 0
      let pid = waitpid(-1, &status, WNOHANG)
      if pid <= 0 { return ended }
      viewer.report(.reaped(pid, status: status))
      ended.append(pid)
    }
  }
}
