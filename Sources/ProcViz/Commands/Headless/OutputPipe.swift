import Glibc
import ProcModel

/// Standard output takes no more.
struct OutputClosed: Error {
  /// Why (`errno`).
  let code: Int32

  /// Whether nobody reads it any more, which is no failure: `head` has seen enough.
  var isByReader: Bool { code == EPIPE }

  /// A sentence for the user.
  var message: Localized {
    let reason = String(cString: strerror(code))
    return Localized(
      zh: "无法写入标准输出：\(reason)", en: "cannot write to standard output: \(reason)")
  }
}

/// Standard output, in pieces that never keep the run from being stopped: a reader that has stopped
/// reading (a pager) must not make this program deaf to signals.
struct OutputPipe: ~Copyable {
  private var pending: [UInt8] = []
  private var start = 0

  /// How many bytes wait to be written.
  var count: Int { pending.count - start }

  /// So much can be written to a pipe without waiting when it is ready to be written to.
  private static let pieceLength = 4096

  /// Adds something.
  mutating func append(_ output: SafeOutput) {
    pending += TerminalEncoding.encoded(output.bytes, for: STDOUT_FILENO)
  }

  /// Writes all that there is.
  ///
  /// - Parameters:
  ///   - signals: what ends the waiting for a reader.
  ///   - stallLimit: how long a reader may take no byte before the rest is given up, in milliseconds;
  ///     nil: for ever.
  /// - Throws: ``OutputClosed``.
  /// - Returns: the signal that came meanwhile, if one did.
  mutating func write(noticing signals: borrowing SignalDescriptor, stallLimit: Int32? = nil)
    throws(OutputClosed) -> Int32?
  {
    defer { compact() }
    while start < pending.count {
      var waits = [
        pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      if poll(&waits, nfds_t(waits.count), stallLimit ?? -1) == 0 { return nil }
      if waits[1].revents != 0, let signal = signals.next() { return signal }
      if waits[0].revents != 0 { try writePiece() }
    }
    return nil
  }

  /// Writes all that there is, however long that takes.
  mutating func writeAll() throws(OutputClosed) {
    defer { compact() }
    while start < pending.count { try writePiece() }
  }

  private mutating func writePiece() throws(OutputClosed) {
    let count = min(pending.count - start, Self.pieceLength)
    let written = pending.withUnsafeBytes { bytes in
      Glibc.write(STDOUT_FILENO, bytes.baseAddress.map { $0 + start }, count)
    }
    if written > 0 {
      start += written
    } else if errno != EINTR && errno != EAGAIN {
      throw OutputClosed(code: errno)
    }
  }

  /// Forgets what has been written.
  private mutating func compact() {
    pending.removeFirst(start)
    start = 0
  }
}
