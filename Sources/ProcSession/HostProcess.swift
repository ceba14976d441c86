import CProcSupport
import Glibc

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
  private(set) var hasEnded = false
  /// Whether it ended by itself, with exit code 0: then it has left nobody behind.
  private(set) var endedWell = false

  /// A packet of the host.
  enum Packet {
    case mainStarted(Int32)
    case reaped(Int32, status: Int32)
    /// All processes of a run have ended, and were reaped.
    case runOver
  }

  /// What a host is told, in one byte.
  enum Word: UInt8 {
    /// End everything.
    case end = 0x4B  // K
    /// End this run (a server of runs only).
    case endRun = 0x45  // E
    /// Make another run (a server of runs only).
    case run = 0x52  // R
  }

  /// The host that was started with this pid and the other end of `socket`.
  init(pid: Int32, socket: consuming Descriptor) {
    self.pid = pid
    self.socket = socket
    pidfd = proc_pidfd_open(pid)
  }

  deinit { if pidfd >= 0 { close(pidfd) } }

  /// Reads the packets that are there.
  func receive(_ body: (Packet) -> Void) {
    var words: [Int32] = [0, 0, 0, 0]
    while true {
      let length = words.withUnsafeMutableBytes { bytes in
        retrying { recv(socket.number, bytes.baseAddress, bytes.count, Int32(MSG_DONTWAIT)) }
      }
      // A host that ended without reading our word resets the connection; its packets still come.
      if length < 0, errno == ECONNRESET { continue }
      guard length > 0 else { return }
      guard length == 16 else { continue }
      switch Int32(littleEndian: words[0]) {
      case 1: body(.mainStarted(Int32(littleEndian: words[1])))
      case 2:
        body(.reaped(Int32(littleEndian: words[1]), status: Int32(littleEndian: words[2])))
      case 3: body(.runOver)
      default: continue
      }
    }
  }

  /// Tells it something; a host that is gone need not be told.
  func tell(_ word: Word) {
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
    hasEnded = true
    endedWell = status == 0
  }
}
