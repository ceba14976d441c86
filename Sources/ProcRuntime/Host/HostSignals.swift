import CProcSupport
import Glibc

/// The signals that a host waits for, as a descriptor.
struct HostSignals {
  /// Readable when a signal has come (`signalfd(2)`).
  let descriptor: Int32
  private static let ends = [SIGTERM, SIGINT, SIGHUP]

  /// Blocks the signals, so that they come through the descriptor.
  init() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in Self.ends + [SIGCHLD] { sigaddset(&signals, signal) }
    sigprocmask(SIG_BLOCK, &signals, nil)
    descriptor = proc_signalfd(&signals)
    if descriptor < 0 { Runtime.abort(SystemError("signalfd").description) }
  }

  /// Whether a signal that asks for the end has come since this was last asked.
  var wantEnd: Bool {
    var found = false
    while case let signal = proc_next_signal(descriptor), signal != 0 {
      if Self.ends.contains(signal) { found = true }
    }
    return found
  }

  /// Waits for any signal, but not for long.
  func wait(milliseconds: Int32) {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = poll(&request, 1, milliseconds)
    _ = wantEnd
  }

  /// Resets signals to what any program has at its start, whatever the viewer's own parent ignored
  /// or blocked. Otherwise a daemon could not be terminated.
  func reset() {
    close(descriptor)
    for signal in Self.ends + [SIGCHLD] { Glibc.signal(signal, SIG_DFL) }
    var none = sigset_t()
    sigemptyset(&none)
    sigprocmask(SIG_SETMASK, &none, nil)
  }
}
