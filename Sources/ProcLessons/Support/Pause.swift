import Glibc
import ProcRuntime

/// Lets time pass without a `sleep` of the lesson: it reports no event, and no knob makes it
/// shorter. It represents work that takes a while, and gives other processes time to run in
/// between. While a viewer holds the lanes it takes no time: then the viewer decides which lanes
/// run in between.
func pause(_ duration: Duration) {
  if Gate.isClosed { return }
  let (seconds, attoseconds) = duration.components
  var wanted = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
  var rest = timespec()
  // An interrupted sleep goes on with what is left (nanosleep(2)).
  while nanosleep(&wanted, &rest) == -1, errno == EINTR { wanted = rest }
}
