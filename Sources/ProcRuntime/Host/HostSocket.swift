import Glibc

/// The host's end of the socket to the viewer.
struct HostSocket {
  /// What a packet reports; the raw value is its first word.
  enum Report: UInt32 {
    case started = 1
    case reaped = 2
  }

  /// The socket.
  let descriptor: Int32

  /// A connected socket of packets.
  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  /// Sends one report. If the viewer is gone, ``wantsEnd`` says so soon.
  func report(_ report: Report, pid: Int32, status: Int32 = 0) {
    let packet = [report.rawValue, UInt32(bitPattern: pid), UInt32(bitPattern: status), 0]
      .map(\.littleEndian)
    packet.withUnsafeBytes { bytes in
      while send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL)) < 0,
        errno == EINTR
      {}
    }
  }

  /// Whether the viewer has said `K`, or is gone.
  var wantsEnd: Bool {
    var byte: UInt8 = 0
    let count = recv(descriptor, &byte, 1, Int32(MSG_DONTWAIT))
    if count < 0 { return errno != EAGAIN && errno != EINTR }
    return count == 0 || byte == UInt8(ascii: "K")
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
