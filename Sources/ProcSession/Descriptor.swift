import CProcSupport
import Glibc

/// An open file descriptor that has one owner and is closed with it.
struct Descriptor: ~Copyable {
  /// The number, for system calls.
  let number: Int32

  /// Takes over `number`.
  init(owning number: Int32) { self.number = number }

  deinit { close(number) }
}

/// Calls a system function until no signal interrupts it.
///
/// - Returns: what it returned, −1 for an error that `errno` tells.
@discardableResult
func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

/// Nanoseconds of `CLOCK_MONOTONIC`, the clock of all events.
func monotonicNow() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

/// The value of an environment variable, or nil where it is unset or empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}
