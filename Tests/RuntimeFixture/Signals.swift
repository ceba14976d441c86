import CProcSupport
import Glibc

/// Kills any process, as somebody at a shell would.
func killProcess(_ pid: Int32) { _ = kill(pid, SIGKILL) }

/// Waits until a process that may be nobody's child has ended.
func waitForEnd(_ pid: Int32) {
  let process = proc_pidfd_open(pid)
  guard process >= 0 else { return }
  var request = pollfd(fd: process, events: Int16(POLLIN), revents: 0)
  _ = poll(&request, 1, -1)
  close(process)
}
