import CProcSupport
import Glibc
import ProcModel

/// Knows which processes of the run live, and reports the ends that nobody else reports: those of
/// killed processes whose parents do not look, and those that only the host learns of.
struct ProcessWatch: ~Copyable {
  /// A process that has begun and that nobody has reaped yet.
  private struct Watched {
    let id: ObjectID
    let name: String
    /// Becomes readable when the process ends; −1 where there was no descriptor to be had.
    var pidfd: Int32
    /// Whether it has said itself that it ends.
    var hasExited = false
    /// Known from the kernel.
    var end: End?
  }

  /// What the kernel told about an end.
  private struct End {
    /// `exitcode`, or nil where the kernel would not say.
    let code: Int64?
    /// When it becomes an event, unless somebody in the run reports it before.
    let due: UInt64
  }

  private var watched: [Int32: Watched] = [:]
  /// The number of the next event of the viewer.
  private var number: UInt32 = 0
  private let viewer = getpid()

  /// How long a dead process's parent is given to report the end itself, in nanoseconds.
  private static let grace: UInt64 = 50_000_000

  deinit {
    for process in watched.values where process.pidfd >= 0 { close(process.pidfd) }
  }

  /// Whether every process that has begun is known to have ended.
  var isSettled: Bool { watched.values.allSatisfy { $0.hasExited && $0.pidfd < 0 } }

  /// When the next end is to be reported, or nil.
  var deadline: UInt64? { watched.values.compactMap { $0.end?.due }.min() }

  /// Takes note of an event that came out of the channel.
  mutating func observe(_ event: Event, _ poller: borrowing Poller) {
    switch event.kind {
    case .processBegin where event.tid == 0 && event.value != StartMethod.thread.rawValue:
      watch(event, poller)
    case .processExit where event.tid == 0:
      if watched[event.pid]?.id == event.object { watched[event.pid]?.hasExited = true }
    case .processReap:
      let child = Int32(truncatingIfNeeded: event.extra)
      if watched[child]?.id == event.object { forget(child) }
    default: break
    }
  }

  /// Begins to watch the process that `begin` tells of.
  private mutating func watch(_ begin: Event, _ poller: borrowing Poller) {
    forget(begin.pid)
    let pidfd = pv_pidfd_open(begin.pid)
    var process = Watched(id: begin.object, name: begin.text, pidfd: pidfd)
    if pidfd >= 0 {
      if !poller.add(pidfd, as: .process(begin.pid)) {
        close(pidfd)
        process.pidfd = -1
      }
    } else if errno == ESRCH {
      process.end = End(code: nil, due: monotonicNow() + Self.grace)
    }
    watched[begin.pid] = process
  }

  /// The process `pid` has ended: its descriptor says so.
  mutating func processEnded(_ pid: Int32, now: UInt64) {
    guard var process = watched[pid], process.pidfd >= 0 else { return }
    close(process.pidfd)
    process.pidfd = -1
    process.end = End(code: Self.codeOfZombie(pid), due: now + Self.grace)
    watched[pid] = process
  }

  /// The host has reaped `pid`, so nobody else can report it.
  mutating func hostReaped(_ pid: Int32, status: Int32, now: UInt64) {
    guard var process = watched[pid] else { return }
    if process.pidfd >= 0 { close(process.pidfd) }
    process.pidfd = -1
    // A process that has said how it ends is not watched out for any more (`takeDue`).
    process.hasExited = false
    process.end = End(code: Int64(pv_exit_code(status)), due: now)
    watched[pid] = process
  }

  /// Nobody will report anything any more: all that are left have ended, how is not known.
  mutating func hostIsGone(now: UInt64, code: Int64?) {
    for (pid, process) in watched where !process.hasExited && process.end?.due ?? .max > now {
      if process.pidfd >= 0 { close(process.pidfd) }
      watched[pid]?.pidfd = -1
      watched[pid]?.end = End(code: process.end?.code ?? code, due: now)
    }
  }

  /// The events of the ends that are due. To be called when the channel is empty, so that what the
  /// processes reported themselves comes first.
  mutating func takeDue(now: UInt64) -> [Event] {
    var events: [Event] = []
    let due = watched.filter { $0.value.end.map { $0.due <= now } ?? false }
    for (pid, process) in due.sorted(by: { $0.key < $1.key }) {
      guard let end = process.end else { continue }
      if process.hasExited {
        // How it ended is in its own event; its parent, or the host, may still reap it.
        watched[pid]?.end = nil
      } else {
        events.append(reap(pid, process, end, now: now))
        forget(pid)
      }
    }
    return events
  }

  /// The event of an end that the viewer learned of.
  private mutating func reap(_ pid: Int32, _ process: Watched, _ end: End, now: UInt64) -> Event {
    defer { number &+= 1 }
    return Event(
      .processReap, pid: viewer, number: number, time: now, object: process.id,
      value: end.code ?? 0, extra: UInt64(UInt32(bitPattern: pid)),
      flags: end.code == nil ? .statusUnknown : [], text: process.name)
  }

  /// Stops watching a process.
  private mutating func forget(_ pid: Int32) {
    guard let process = watched.removeValue(forKey: pid), process.pidfd >= 0 else { return }
    close(process.pidfd)
  }

  /// The exit code of a process that nobody has reaped yet (proc(5), field 52 of `stat`), or nil.
  private static func codeOfZombie(_ pid: Int32) -> Int64? {
    let number = retrying { open("/proc/\(pid)/stat", O_RDONLY | O_CLOEXEC) }
    guard number >= 0 else { return nil }
    let file = Descriptor(owning: number)
    var bytes = [UInt8](repeating: 0, count: 2048)
    let length = bytes.withUnsafeMutableBytes { buffer in
      retrying { read(file.number, buffer.baseAddress, buffer.count) }
    }
    // The name, field 2, is in parentheses and may hold anything; the state, field 3, follows.
    guard length > 0, let name = bytes[..<length].lastIndex(of: UInt8(ascii: ")")) else {
      return nil
    }
    let fields = bytes[(name + 1)..<length].split { $0 == 0x20 || $0 == 0x0A }
    guard fields.count >= 50, fields[0].first == UInt8(ascii: "Z"),
      let status = Int32(String(decoding: fields[49], as: UTF8.self))
    else { return nil }
    return Int64(pv_exit_code(status))
  }
}
