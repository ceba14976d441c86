import CProcSupport
import Glibc
import ProcModel
import ProcSystem

/// Knows which processes of the run live, and reports the ends that nobody else reports: those of
/// killed processes whose parents do not look, and those that only the host learns of.
struct ProcessWatch: ~Copyable {
  /// A process that has begun and that nobody has reaped yet.
  private struct Watched {
    let id: ObjectID
    var name: String
    /// Becomes readable when the process ends; −1 after that, and where there was none to be had.
    var pidfd: Int32
    /// Whether it has said itself that it ends.
    var hasExited = false
    /// Until when it is expected to die of a signal that was sent to it, nanoseconds; 0: it is not.
    var doomedUntil: UInt64 = 0
  }

  /// What the kernel told about an end.
  private struct End {
    /// `exitcode`, or nil where the kernel would not say.
    var code: Int64?
    /// When it becomes an event, unless somebody in the run reports it before.
    var due: UInt64
    /// Whether the kernel has been asked. It need not be where the process says itself how it ends.
    var wasAsked = false
  }

  private var watched: [Int32: Watched] = [:]
  /// The threads that have said that they end, and may not have yet.
  private var threads = DyingThreads()
  /// The ends, by pid, of which nobody has reported yet.
  private var ends: [Int32: End] = [:]
  /// Wait statuses that the host told, until the channel has been read up to them.
  private var hostStatuses: [(pid: Int32, status: Int32)] = []

  /// How long a dead process's parent is given to report the end itself, in nanoseconds.
  static let grace: UInt64 = 50_000_000

  deinit {
    for process in watched.values where process.pidfd >= 0 { close(process.pidfd) }
  }

  /// Whether every process that has begun is known to have ended.
  var areAllDead: Bool {
    watched.allSatisfy { pid, process in
      process.pidfd < 0 && (process.hasExited || ends[pid] != nil)
    }
  }

  /// Whether a process or thread that has said that it ends, or a process that was sent a signal that
  /// ends it, has not died yet: what others learn of it would depend on how far it has come.
  mutating func hasDying(now: UInt64) -> Bool {
    if threads.areThereAny { return true }
    return watched.values.contains { $0.pidfd >= 0 && ($0.hasExited || $0.doomedUntil > now) }
  }

  /// Forgets all processes: they were those of another run.
  mutating func reset() {
    for process in watched.values where process.pidfd >= 0 { close(process.pidfd) }
    watched = [:]
    threads.reset()
    ends = [:]
    hostStatuses = []
  }

  /// When the next end is to be reported, or nil.
  var deadline: UInt64? { ends.values.map(\.due).min() }

  /// Takes note of an event that came out of the channel.
  mutating func observe(_ event: Event, _ poller: borrowing Poller) {
    if event.kind == .gateWait, event.tid == 0,
      event.value == Int64(EventKind.processBegin.rawValue)
    {
      watch(event.pid, event, poller)
    }
    guard case .process(let kind) = event.kind.primitive else { return }
    switch kind {
    case .begin:
      guard event.tid == 0, event.value != StartMethod.thread.rawValue else { return }
      watch(event.pid, event, poller)
    case .start:
      guard event.value != StartMethod.thread.rawValue, event.extra != 0 else { return }
      watch(Int32(truncatingIfNeeded: event.extra), event, poller)
    case .signal: doom(event.object)
    case .exit:
      if event.tid != 0 {
        threads.add(event.tid, of: event.pid, poller)
      } else if watched[event.pid]?.id == event.object {
        watched[event.pid]?.hasExited = true
      }
    case .reap:
      let child = Int32(truncatingIfNeeded: event.extra)
      if watched[child]?.id == event.object { forget(child) }
    case .error, .idle, .joinWait, .joinDone, .poll: break
    }
  }

  /// How long a process that was sent a signal is given to die of it, in nanoseconds.
  private static let lingering: UInt64 = 200_000_000

  /// A signal was sent to the process with this identity.
  private mutating func doom(_ process: ObjectID) {
    guard let pid = watched.first(where: { $0.value.id == process })?.key else { return }
    watched[pid]?.doomedUntil = MonotonicClock.now + Self.lingering
  }

  /// Begins to watch the process `pid`, of which `event` tells: its parent has started it, or it says
  /// that it begins.
  private mutating func watch(_ pid: Int32, _ event: Event, _ poller: borrowing Poller) {
    guard pid > 0 else { return }
    if let known = watched[pid], known.id == event.object {
      if !event.text.isEmpty { watched[pid]?.name = event.text }
      return
    }
    forget(pid)
    var pidfd = proc_pidfd_open(pid)
    if pidfd < 0, errno == ESRCH {
      ends[pid] = End(code: nil, due: MonotonicClock.now + Self.grace)
    }
    if pidfd >= 0, !poller.add(pidfd, as: .process(pid)) {
      close(pidfd)
      pidfd = -1
    }
    watched[pid] = Watched(id: event.object, name: event.text, pidfd: pidfd)
  }

  /// The process `pid` has ended: its descriptor says so.
  ///
  /// - Parameter grace: how long its parent is given to report the end itself, in nanoseconds.
  mutating func processEnded(_ pid: Int32, now: UInt64, grace: UInt64 = Self.grace) {
    if threads.remove(pid) { return }
    guard let pidfd = watched[pid]?.pidfd, pidfd >= 0 else { return }
    close(pidfd)
    watched[pid]?.pidfd = -1
    ends[pid] = End(code: nil, due: now + grace)
  }

  /// Asks the kernel about the ends of those who have not said themselves that they end.
  private mutating func askForCodes(now: UInt64) {
    for (pid, end) in ends where !end.wasAsked {
      guard watched[pid]?.hasExited == false else { continue }
      let code = Self.codeOfZombie(pid)
      // Who has been reaped already is about to be reported by whoever did that.
      let due = code == nil ? max(end.due, now + Self.grace) : end.due
      ends[pid] = End(code: code, due: due, wasAsked: true)
    }
  }

  /// The host has reaped `pid`, so nobody else can report it.
  mutating func hostReaped(_ pid: Int32, status: Int32) { hostStatuses.append((pid, status)) }

  /// The events of the ends that nobody else reports, as far as they are due. To be called when the
  /// channel is empty, so that what the processes reported themselves comes first.
  mutating func takeEnds(now: UInt64) -> [Event] {
    var events: [Event] = []
    for (pid, status) in hostStatuses {
      if let event = reap(pid, code: Int64(proc_exit_code(status)), now: now) {
        events.append(event)
      }
    }
    hostStatuses = []
    askForCodes(now: now)
    let due = ends.filter { $0.value.due <= now }
    for (pid, end) in due.sorted(by: { $0.key < $1.key }) {
      // How it ended may be in its own event; then its parent, or the host, may still reap it.
      if watched[pid]?.hasExited ?? true {
        ends[pid] = nil
      } else if let event = reap(pid, code: end.code, now: now) {
        events.append(event)
      }
    }
    return events
  }

  /// The events of all ends that are left, when the host is gone and nobody will report anything.
  ///
  /// - Parameter code: the exit code of those of which the kernel told nothing.
  mutating func takeAllEnds(presuming code: Int64?, now: UInt64) -> [Event] {
    var events = takeEnds(now: now)
    for (pid, process) in watched.sorted(by: { $0.key < $1.key }) where !process.hasExited {
      if let event = reap(pid, code: ends[pid]?.code ?? code, now: now) { events.append(event) }
    }
    return events
  }

  /// The event of an end that the viewer learned of, unless it is known already.
  private mutating func reap(_ pid: Int32, code: Int64?, now: UInt64) -> Event? {
    guard let process = watched[pid] else { return nil }
    forget(pid)
    return Event(
      .processReap, pid: getpid(), time: now, object: process.id, value: code ?? 0,
      extra: UInt64(UInt32(bitPattern: pid)),
      flags: code == nil ? [.observed, .statusUnknown] : .observed, text: process.name)
  }

  /// Stops watching a process.
  private mutating func forget(_ pid: Int32) {
    ends[pid] = nil
    guard let process = watched.removeValue(forKey: pid), process.pidfd >= 0 else { return }
    close(process.pidfd)
  }

  /// The exit code of a process that nobody has reaped yet (proc(5), field 52 of `stat`), or nil.
  private static func codeOfZombie(_ pid: Int32) -> Int64? {
    guard let fields = StatusFields(path: "/proc/\(pid)/stat"), fields.letter == UInt8(ascii: "Z"),
      let status = fields.number(52)
    else { return nil }
    return Int64(proc_exit_code(Int32(truncatingIfNeeded: status)))
  }

  /// Whether a signal has stopped a process (`SIGSTOP`): then it is not its own doing that it does
  /// not go on.
  static func isStopped(_ pid: Int32) -> Bool {
    StatusFields(path: "/proc/\(pid)/stat")?.letter == UInt8(ascii: "T")
  }
}
