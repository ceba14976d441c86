import CProcSupport
import Glibc

/// Watches for the end of a process that is not a child.
final class ProcessWatch {
  private let descriptor: Int32

  init(_ pid: Int32) { descriptor = proc_pidfd_open(pid) }

  deinit { close(descriptor) }

  /// Waits for its end; false if that takes more than 20 seconds.
  func waitForEnd() -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return descriptor < 0 || poll(&request, 1, 20_000) == 1
  }
}
