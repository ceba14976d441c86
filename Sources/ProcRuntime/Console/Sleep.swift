import Glibc
import ProcModel
import ProcSystem

/// Does nothing for a while (`time.sleep`). A sleep that has begun goes on when a viewer pauses the
/// run; the next operation then waits. A sleep that begins while the viewer holds the process takes
/// no time: waking up is then an operation like any other.
///
/// - Parameter duration: how long; zero or less: not at all.
public func sleep(_ duration: Duration) {
  let nanoseconds = duration.nanoseconds
  let isHeld = Gate.pass(.sleepBegin)
  Tracer.emit(.sleepBegin, value: nanoseconds)
  if isHeld { Gate.pass(.sleepEnd) } else { pause(nanoseconds) }
  Tracer.emit(.sleepEnd, value: nanoseconds)
}

/// Sleeps to the end, whatever signals come (`clock_nanosleep(2)`).
private func pause(_ nanoseconds: Int64) {
  let end = Int64(clamping: MonotonicClock.now).addingReportingOverflow(nanoseconds)
  let time = end.overflow ? Int64.max : end.partialValue
  var until = timespec(tv_sec: Int(time / 1_000_000_000), tv_nsec: Int(time % 1_000_000_000))
  while clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nil) == EINTR {}
}
