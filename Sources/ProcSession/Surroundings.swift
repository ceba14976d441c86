import Glibc
import ProcSystem

/// Nanoseconds of `CLOCK_MONOTONIC`, the clock of all events.
func monotonicNow() -> UInt64 { MonotonicClock.now }

/// The value of an environment variable, or nil where it is unset or empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}
