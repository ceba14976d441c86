import CProcSupport
import Glibc

/// Signals as something that can be polled (signalfd): none interrupts anything, the loop acts.
struct SignalDescriptor: ~Copyable {
  /// Readable when a signal has come.
  let descriptor: Int32

  /// Signals cannot be watched: there are no descriptors to be had.
  struct Unavailable: Error, CustomStringConvertible {
    let code: Int32
    var description: String { String(cString: strerror(code)) }
  }

  /// Watches these signals from now on; they do nothing else any more.
  init(_ numbers: [Int32]) throws(Unavailable) {
    var set = Self.set(numbers)
    sigprocmask(SIG_BLOCK, &set, nil)
    descriptor = signalfd(-1, &set, Int32(SFD_CLOEXEC) | Int32(SFD_NONBLOCK))
    if descriptor < 0 { throw Unavailable(code: errno) }
  }

  deinit { close(descriptor) }

  /// The next signal that has come, or nil.
  func next() -> Int32? {
    var info = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    return read(descriptor, &info, size) == size ? Int32(info.ssi_signo) : nil
  }

  /// Ends this program by a signal, so that whoever started it (a shell's loop) knows why.
  static func die(of number: Int32) -> Never {
    var set = set([number])
    Glibc.signal(number, SIG_DFL)
    raise(number)
    sigprocmask(SIG_UNBLOCK, &set, nil)
    exit(128 + number)
  }

  private static func set(_ numbers: [Int32]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in numbers { sigaddset(&set, number) }
    return set
  }
}
