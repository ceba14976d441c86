import Glibc
import ProcRuntime

/// Lets time pass that is no `sleep` of the lesson: it reports no event, and no knob makes it
/// shorter. It stands for work that takes a while, and gives the others room to come in between.
/// Where a viewer holds the lanes it takes no time: then it is the viewer who lets others come in.
func pause(_ duration: Duration) {
  if Gate.isClosed { return }
  let (seconds, attoseconds) = duration.components
  var wanted = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
  var rest = timespec()
  // An interrupted sleep goes on with what is left (nanosleep(2)).
  while nanosleep(&wanted, &rest) == -1, errno == EINTR { wanted = rest }
}
