import CProcSupport
import Glibc
import ProcSystem

/// What a session waits for, behind one descriptor (epoll).
struct Poller: ~Copyable {
  /// What a descriptor means to the session.
  enum Source: Hashable {
    case channel
    case hostSocket
    case hostEnd
    case output
    case timer
    /// The end of the process with this pid, or of the thread with this id: they share their numbers.
    case process(Int32)

    /// The 64 bits that epoll gives back: a case in the upper half, a pid in the lower one.
    fileprivate var tag: UInt64 {
      switch self {
      case .channel: 1 << 32
      case .hostSocket: 2 << 32
      case .hostEnd: 3 << 32
      case .output: 4 << 32
      case .timer: 5 << 32
      case .process(let pid): UInt64(UInt32(bitPattern: pid))
      }
    }

    fileprivate init?(tag: UInt64) {
      switch tag >> 32 {
      case 0: self = .process(Int32(truncatingIfNeeded: tag))
      case 1: self = .channel
      case 2: self = .hostSocket
      case 3: self = .hostEnd
      case 4: self = .output
      case 5: self = .timer
      default: return nil
      }
    }
  }

  /// The descriptor that is readable whenever there is something to collect.
  let descriptor: Descriptor

  /// A poller of nothing.
  init() throws(SessionError) {
    let number = epoll_create1(Int32(EPOLL_CLOEXEC))
    guard number >= 0 else { throw SessionError(.connection) }
    descriptor = Descriptor(owning: number)
  }

  /// Adds a descriptor; closing it takes it out again.
  ///
  /// - Returns: false where the system has no room for it.
  @discardableResult
  func add(_ number: Int32, as source: Source) -> Bool {
    var event = epoll_event()
    event.events = EPOLLIN.rawValue
    event.data.u64 = source.tag
    return epoll_ctl(descriptor.number, EPOLL_CTL_ADD, number, &event) == 0
  }

  /// Takes out a descriptor that stays open.
  func remove(_ number: Int32) {
    var event = epoll_event()
    epoll_ctl(descriptor.number, EPOLL_CTL_DEL, number, &event)
  }

  /// What has something to say, after waiting for at most `milliseconds`.
  func ready(within milliseconds: Int32 = 0) -> [Source] {
    let capacity = 256
    let events = [epoll_event](unsafeUninitializedCapacity: capacity) { buffer, count in
      let found = epoll_wait(
        descriptor.number, buffer.baseAddress, Int32(capacity), milliseconds)
      count = max(Int(found), 0)
    }
    return events.compactMap { Source(tag: $0.data.u64) }
  }
}
