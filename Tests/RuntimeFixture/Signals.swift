import CProcSupport
import Glibc

/// Sends a signal to any process, as a user at a shell would.
func killProcess(_ pid: Int32, _ signal: Int32 = SIGKILL) { _ = kill(pid, signal) }

/// Waits until a process that need not be a child has ended.
func waitForEnd(_ pid: Int32) {
  let process = proc_pidfd_open(pid)
  guard process >= 0 else { return }
  var request = pollfd(fd: process, events: Int16(POLLIN), revents: 0)
  _ = poll(&request, 1, -1)
  close(process)
}
