import Glibc
import ProcModel

/// The host's end of the socket to the viewer.
struct HostSocket {
  /// The socket.
  let descriptor: Int32

  /// A connected socket of packets.
  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  /// Sends one report. If the viewer is gone, ``nextWord`` says so soon.
  func report(_ packet: HostPacket) {
    packet.bytes.withUnsafeBytes { bytes in
      while send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL)) < 0,
        errno == EINTR
      {}
    }
  }

  /// What the viewer has said; nil where it has said nothing. A viewer that is gone wants the end.
  var nextWord: HostWord? {
    var byte: UInt8 = 0
    let count = recv(descriptor, &byte, 1, Int32(MSG_DONTWAIT))
    if count < 0 { return errno == EAGAIN || errno == EINTR ? nil : .end }
    return count == 0 ? .end : HostWord(rawValue: byte)
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
