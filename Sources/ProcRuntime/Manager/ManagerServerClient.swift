import Glibc
import ProcSystem

/// A client as its server sees it: a connection that never blocks, what came in and is not served
/// yet, and what it has not taken yet. It may be killed at any moment.
final class ManagerServerClient {
  private let connection: Descriptor
  /// The process at the other end.
  let pid: Int32
  /// Whether the connection is over.
  private(set) var hasLeft = false
  private var incoming: [UInt8] = []
  private var outgoing: ArraySlice<UInt8> = []

  init(_ connection: consuming Descriptor) {
    pid = LocalSocket.peer(of: connection.number) ?? 0
    self.connection = connection
  }

  /// What to wait for: a request, or, before that, room for the last one's answer.
  var pollRequest: pollfd {
    pollfd(
      fd: connection.number, events: Int16(outgoing.isEmpty ? POLLIN : POLLOUT), revents: 0)
  }

  /// Ends the connection.
  func leave() { hasLeft = true }

  /// Takes what has come in, unless the client has not taken its last answer yet.
  func receive() {
    guard outgoing.isEmpty, !hasLeft else { return }
    withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 16) { buffer in
      let count = recv(
        connection.number, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
      if count > 0 {
        incoming.append(contentsOf: buffer[..<count])
      } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
        hasLeft = true
      }
    }
  }

  /// The next whole message that has come in, if there is one.
  func nextMessage() -> [UInt8]? {
    guard let length = MessageFrame.length(in: incoming[...]) else { return nil }
    guard length <= MessageFrame.maximumSize else {
      leave()
      return nil
    }
    let end = MessageFrame.headerSize + length
    guard incoming.count >= end else { return nil }
    let message = Array(incoming[MessageFrame.headerSize..<end])
    incoming.removeSubrange(..<end)
    return message
  }

  /// Sends an answer, as far as the client takes it at once.
  func send(_ answer: ManagerAnswer) {
    guard let frame = try? MessageFrame.make(answer.encoded) else { return leave() }
    outgoing.append(contentsOf: frame)
    flush()
  }

  /// Sends what could not be sent before.
  func flush() {
    while !outgoing.isEmpty, !hasLeft {
      let count = outgoing.withUnsafeBytes {
        Glibc.send(
          connection.number, $0.baseAddress, $0.count,
          Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL))
      }
      if count < 0 {
        if errno == EINTR { continue }
        if errno != EAGAIN { leave() }
        return
      }
      outgoing = outgoing.dropFirst(count)
    }
    if outgoing.isEmpty { outgoing = [] }
  }
}
