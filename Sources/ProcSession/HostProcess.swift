import CProcSupport
import Glibc
import ProcModel
import ProcSystem

/// The first process of a run, which starts the main process and reaps what nobody else does
/// (docs/protocol.md, *The host*).
struct HostProcess: ~Copyable {
  /// Its pid, which is also the number of the run's process group.
  let pid: Int32
  /// Tells of processes that were reaped, and takes the word to stop.
  let socket: Descriptor
  /// Becomes readable when the host ends, or −1 where there was no descriptor to be had.
  let pidfd: Int32
  /// Whether it has been waited for.
  var hasEnded: Bool { status != nil }
  /// Its wait status (wait(2)), once it has been waited for.
  private var status: Int32?
  /// Whether it ended by itself, with exit code 0: then it has left nobody behind.
  var endedWell: Bool { status == 0 }
  /// Whether a SIGKILL has ended it: no program sends that to itself by mistake.
  var wasKilled: Bool { status.map { $0 & 0x7F == SIGKILL } ?? false }

  /// The host that was started with this pid and the other end of `socket`.
  init(pid: Int32, socket: consuming Descriptor) {
    self.pid = pid
    self.socket = socket
    pidfd = proc_pidfd_open(pid)
  }

  deinit { if pidfd >= 0 { close(pidfd) } }

  /// Reads the packets that are there; what is no packet is passed over.
  func receive(_ body: (HostPacket) -> Void) {
    var bytes = [UInt8](repeating: 0, count: HostPacket.length)
    while true {
      let length = bytes.withUnsafeMutableBytes { bytes in
        retrying {
          // The real length of the packet, so that one that is too long is none.
          recv(
            socket.number, bytes.baseAddress, bytes.count, Int32(MSG_DONTWAIT) | Int32(MSG_TRUNC))
        }
      }
      // A host that ended without reading our word resets the connection; its packets still come.
      if length < 0, errno == ECONNRESET { continue }
      guard length > 0 else { return }
      if length == bytes.count, let packet = HostPacket(bytes) { body(packet) }
    }
  }

  /// Tells it something; a host that is gone need not be told.
  func tell(_ word: HostWord) {
    var byte = word.rawValue
    _ = retrying { send(socket.number, &byte, 1, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)) }
  }

  /// Lets it go on, if somebody has stopped it: it could not end anything else.
  func wake() { if !hasEnded { kill(pid, SIGCONT) } }

  /// Kills whatever is left of the run's process group. While the host has not been waited for, its
  /// number can belong to nobody else.
  func killGroup() {
    if !hasEnded { kill(-pid, SIGKILL) }
  }

  /// Waits for the host if it has ended. Should it have left somebody behind, that is killed first.
  mutating func reapIfEnded() {
    var info = siginfo_t()
    guard !hasEnded,
      retrying({ waitid(P_PID, id_t(pid), &info, WEXITED | WNOHANG | WNOWAIT) }) == 0,
      info.si_signo == SIGCHLD
    else { return }
    killGroup()
    LiveSessions.remove(pid)
    var status: Int32 = 0
    retrying { waitpid(pid, &status, 0) }
    self.status = status
  }
}
