import Glibc

/// The host's end of the socket to the viewer.
struct HostSocket {
  /// What a packet reports; the raw value is its first word.
  enum Report: UInt32 {
    case started = 1
    case reaped = 2
    /// A run is over: all its processes have ended.
    case over = 3
  }

  /// What the viewer says, in one byte.
  enum Word {
    /// `K`, or the viewer has gone: end everything.
    case end
    /// `E`: end this run.
    case endRun
    /// `R`: make another run.
    case run
  }

  /// The socket.
  let descriptor: Int32

  /// A connected socket of packets.
  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  /// Sends one report. If the viewer has gone, ``nextWord`` says so soon.
  func report(_ report: Report, pid: Int32, status: Int32 = 0) {
    let packet = [report.rawValue, UInt32(bitPattern: pid), UInt32(bitPattern: status), 0]
      .map(\.littleEndian)
    packet.withUnsafeBytes { bytes in
      while send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL)) < 0,
        errno == EINTR
      {}
    }
  }

  /// What the viewer has said; nil: nothing.
  var nextWord: Word? {
    var byte: UInt8 = 0
    let count = recv(descriptor, &byte, 1, Int32(MSG_DONTWAIT))
    if count < 0 { return errno == EAGAIN || errno == EINTR ? nil : .end }
    switch byte {
    case UInt8(ascii: "E") where count > 0: return .endRun
    case UInt8(ascii: "R") where count > 0: return .run
    default: return count == 0 || byte == UInt8(ascii: "K") ? .end : nil
    }
  }

  /// Closes it, in a process that is not the host.
  func close() { Glibc.close(descriptor) }
}

/// Waits until one of two descriptors can be read, or hangs up.
func waitUntilReadable(_ first: Int32, _ second: Int32) {
  var requests = [
    pollfd(fd: first, events: Int16(POLLIN), revents: 0),
    pollfd(fd: second, events: Int16(POLLIN), revents: 0),
  ]
  _ = poll(&requests, 2, -1)
}
