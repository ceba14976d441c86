import CProcSupport
import Glibc
import ProcSystem

/// A clock that can be polled (timerfd): readable from a moment on.
struct DeadlineTimer: ~Copyable {
  let descriptor: Descriptor
  /// What it is set to.
  private var deadline: UInt64?

  /// A timer that is not set.
  init() throws(SessionError) {
    let number = timerfd_create(CLOCK_MONOTONIC, Int32(TFD_CLOEXEC | TFD_NONBLOCK))
    guard number >= 0 else { throw SessionError(.connection) }
    descriptor = Descriptor(owning: number)
  }

  /// Makes it readable from `deadline` on (nanoseconds of the monotonic clock), or never.
  mutating func set(_ deadline: UInt64?) {
    if deadline == self.deadline { return }
    self.deadline = deadline
    var setting = itimerspec()
    if let deadline {
      setting.it_value.tv_sec = Int(deadline / 1_000_000_000)
      setting.it_value.tv_nsec = max(Int(deadline % 1_000_000_000), 1)
    }
    timerfd_settime(descriptor.number, Int32(TFD_TIMER_ABSTIME), &setting, nil)
  }

  /// Makes it unreadable until it is set anew.
  mutating func clear() {
    deadline = nil
    var count: UInt64 = 0
    _ = read(descriptor.number, &count, MemoryLayout<UInt64>.size)
  }
}
