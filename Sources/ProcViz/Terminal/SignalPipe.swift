import CProcSupport
import Glibc

/// Signals as something that can be waited for with poll(2): each writes its number into a pipe.
///
/// Made before the terminal is touched, and kept until it is as it was: a signal in between ends the
/// program in order, never at once.
final class SignalPipe {
  /// Readable when a signal has come.
  let descriptor: Int32
  private let writer: Int32

  /// The signals that the interface takes care of.
  private static let watched = [SIGWINCH, SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT]

  /// Starts to watch, or answers nil where there are no descriptors to be had.
  init?() {
    var ends: (Int32, Int32) = (-1, -1)
    let made = withUnsafeMutableBytes(of: &ends) { bytes in
      bytes.baseAddress.map { pipe($0.assumingMemoryBound(to: Int32.self)) } ?? -1
    }
    guard made == 0 else { return nil }
    (descriptor, writer) = ends
    for end in [descriptor, writer] {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    watchAll()
  }

  deinit {
    for number in Self.watched { pv_signal_default(number) }
    close(descriptor)
    close(writer)
  }

  /// Watches again what a suspension had set to its default.
  func watchAll() {
    for number in Self.watched { pv_signal_watch(number, writer) }
  }

  /// The signals that came since the last call, as messages.
  func messages() -> [Message] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(descriptor, &bytes, bytes.count)
    return count <= 0 ? [] : bytes.prefix(count).compactMap { Self.message(for: Int32($0)) }
  }

  private static func message(for number: Int32) -> Message? {
    switch number {
    case SIGWINCH: .resized(TerminalCheck.currentSize())
    case SIGINT, SIGQUIT: .signal(.interrupt)
    case SIGTERM: .signal(.terminate)
    case SIGHUP: .signal(.hangUp)
    case SIGTSTP: .signal(.stop)
    case SIGCONT: .signal(.goOn)
    default: nil
    }
  }
}
