import ProcModel
import Synchronization

/// A flag in shared memory that processes wait for: ``Event`` without its public interface.
///
/// It is one word: whether it is set, and how often it has been set. A waiter remembers the word;
/// any change of it means that the event was set, though it may have been cleared again since.
struct EventCore: Sendable {
  /// Its place in memory, identity and name.
  let object: SharedObject
  private let mutex: SharedMutex
  private let flag: SharedPointer<Atomic<UInt32>>

  private static let byteCount = SharedMutex.byteCount + 64

  /// A new event, which is not set.
  init(name: String?) {
    let address = SharedHeap.allocate(Self.byteCount)
    mutex = SharedMutex(at: address, isNew: true)
    flag = SharedPointer(address + SharedMutex.byteCount)
    object = SharedObject(.event, at: address, name: name)
  }

  /// An event that exists already.
  init(_ object: SharedObject) throws {
    self.object = object
    let address = try object.memory(Self.byteCount)
    mutex = SharedMutex(at: address, isNew: false)
    flag = SharedPointer(address + SharedMutex.byteCount)
  }

  /// Whether it is set now.
  func isSet() -> Bool {
    Gate.pass(.eventPoll, object.id)
    return locked {
      let answer = Self.isSet(word)
      Tracer.emit(.eventPoll, object: object.id, value: answer ? 1 : 0)
      return answer
    }
  }

  /// Sets it, and wakes all waiters.
  func set() {
    Gate.pass(.eventSet, object.id)
    locked {
      // No waiter goes on before it is reported, since that takes the mutex.
      change { Self.isSet($0) ? $0 : ($0 &+ 2) | 1 }
      Tracer.emit(.eventSet, object: object.id)
    }
    Futex.wake(flag.pointer)
  }

  /// Clears it.
  func clear() {
    Gate.pass(.eventClear, object.id)
    locked {
      change { $0 & ~1 }
      Tracer.emit(.eventClear, object: object.id)
    }
  }

  /// Waits until it is set.
  ///
  /// - Returns: false if it was not in time.
  func wait(until deadline: Deadline) throws -> Bool {
    // What the word was when the wait began.
    var ticket: UInt32?
    let operation = BlockingOperation(.eventWake, on: object.id, until: deadline)
    let woken: Void? = try operation.perform {
      locked {
        let now = word
        guard Self.isSet(now) || ticket.map({ $0 != now }) ?? false else { return nil }
        Tracer.emit(.eventWake, object: object.id)
        return ()
      }
    } reportWait: {
      locked {
        // It may have been set a moment ago: then the wait is over at once, whatever happens next,
        // as in the trace.
        if ticket == nil { ticket = Self.isSet(word) ? word &- 2 : word }
        Tracer.emit(.eventWait, object: object.id, extra: deadline.limit)
      }
    } park: {
      if let ticket { sleep(while: ticket, until: deadline) }
    }
    if woken == nil { Tracer.emit(.eventTimeout, object: object.id) }
    return woken != nil
  }

  /// Sleeps until the flag is set. The process that set it may have been killed before the wake-up
  /// call, so each sleep is bounded.
  private func sleep(while ticket: UInt32, until deadline: Deadline) {
    var sleep = BoundedSleep()
    while word == ticket, !deadline.hasPassed {
      _ = sleep.wait(flag.pointer, while: ticket, until: deadline)
    }
  }

  private static func isSet(_ word: UInt32) -> Bool { word & 1 == 1 }

  private var word: UInt32 { flag.pointer.pointee.load(ordering: .acquiring) }

  private func change(_ new: (UInt32) -> UInt32) {
    var present = word
    while true {
      let (isDone, found) = flag.pointer.pointee.compareExchange(
        expected: present, desired: new(present), ordering: .acquiringAndReleasing)
      if isDone { return }
      present = found
    }
  }

  /// In a traced run, a change and its event are atomic.
  private func locked<R>(_ body: () -> R) -> R {
    Tracer.isOn ? mutex.withLock(body) : body()
  }
}
