import Glibc
package import ProcModel
import ProcSystem
import Synchronization

/// Reports what this process does on the event channel (docs/protocol.md). In an untraced run every
/// call is one branch.
package enum Tracer {
  /// The open channel, or −1.
  private static let channel = Atomic<Int32>(-1)

  /// Whether this process has reported its end.
  private static let hasEnded = Atomic<Bool>(false)

  /// This process has reported its end: a daemon thread that still runs stops at its next event.
  static func end() { hasEnded.store(true, ordering: .relaxed) }

  /// Whether the run is traced.
  package static var isOn: Bool { channel.load(ordering: .relaxed) >= 0 }

  /// Opens the channel that the environment names, if it has a reader.
  ///
  /// - Returns: false if it names one without a reader.
  static func open() -> Bool {
    guard let path = getenv(WireVariable.channel) else { return true }
    // Without O_NONBLOCK this would wait for a reader; with it, it fails if there is none.
    let descriptor = Glibc.open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    _ = fcntl(descriptor, F_SETFL, O_WRONLY)
    channel.store(descriptor, ordering: .relaxed)
    return true
  }

  /// Reports one event of the calling lane; waits while the channel is full.
  package static func emit(
    _ kind: EventKind, object: ObjectID = .none, value: Int64 = 0, extra: UInt64 = 0,
    flags: ProcModel.Event.Flags = [], text: @autoclosure () -> String = "",
    detail: @autoclosure () -> String = ""
  ) {
    let descriptor = channel.load(ordering: .relaxed)
    guard descriptor >= 0 else { return }
    while hasEnded.load(ordering: .relaxed) { pause() }
    let lane = Lane.current
    let event = ProcModel.Event(
      kind, pid: Runtime.pid, tid: lane.pointee.tid, number: lane.pointee.number,
      time: MonotonicClock.now,
      object: object, value: value, extra: extra, flags: flags, text: text(), detail: detail())
    lane.pointee.number &+= 1
    let record = lane.pointee.record
    send(record.baseAddress, RecordCodec.encode(event, into: record), to: descriptor)
  }

  /// Writes one record. It is at most `PIPE_BUF` bytes, so it goes out whole or not at all.
  private static func send(_ bytes: UnsafeMutableRawPointer?, _ length: Int, to descriptor: Int32) {
    while write(descriptor, bytes, length) < 0 {
      if errno == EINTR { continue }
      // The viewer has gone, and the run ends with it. (SIGPIPE is ignored, as in CPython.)
      _exit(Tracer.exitCodeWithoutViewer)
    }
  }

  /// The exit code of a process whose viewer has gone: as a shell reports SIGPIPE.
  static let exitCodeWithoutViewer: Int32 = 128 + SIGPIPE
}
