import ProcModel
import Synchronization

/// A count of units in shared memory: ``Semaphore`` without its public interface.
///
/// Every change is one compare-and-swap of one word, so the count is right even if a process is
/// killed at any moment. In a traced run, a mutex covers a change together with its event, so that
/// the counts in the trace are those of memory.
struct SemaphoreCore: Sendable {
  /// Its place in memory, identity and name.
  let object: SharedObject
  private let mutex: SharedMutex
  /// Three words: the units that are free, on which waiters sleep; how many sleep (one that is
  /// killed stays counted, which costs a needless wake-up now and then); the most units.
  private let words: SharedPointer<Atomic<UInt32>>

  /// The most that a semaphore counts to (`SEM_VALUE_MAX`).
  static let most: UInt32 = 0x7FFF_FFFF
  private static let byteCount = SharedMutex.byteCount + 64

  /// A new semaphore.
  init(_ kind: ObjectKind, value: UInt32, most: UInt32, name: String?) {
    let address = SharedHeap.allocate(Self.byteCount)
    mutex = SharedMutex(at: address, isNew: true)
    words = SharedPointer(address + SharedMutex.byteCount)
    words.pointer.pointee.store(value, ordering: .relaxed)
    words.pointer[2].store(most, ordering: .relaxed)
    object = SharedObject(kind, at: address, name: name, capacity: UInt64(value))
  }

  /// A semaphore that exists already.
  init(_ object: SharedObject) throws {
    self.object = object
    let address = try object.memory(Self.byteCount)
    mutex = SharedMutex(at: address, isNew: false)
    words = SharedPointer(address + SharedMutex.byteCount)
  }

  /// Takes a unit.
  ///
  /// - Returns: false if there was none in time.
  func acquire(until deadline: @autoclosure () -> Deadline) throws -> Bool {
    if !Tracer.isOn, takeUnit() != nil { return true }
    return try acquireSlowly(until: deadline())
  }

  private func acquireSlowly(until deadline: Deadline) throws -> Bool {
    let operation = BlockingOperation(.semaphoreAcquire, on: object.id, until: deadline)
    let taken: Void? = try operation.perform {
      locked {
        guard let left = takeUnit() else { return nil }
        Tracer.emit(.semaphoreAcquire, object: object.id, value: Int64(left))
        return ()
      }
    } reportWait: {
      Tracer.emit(.semaphoreWait, object: object.id, extra: deadline.limit)
    } park: {
      waitForUnit(until: deadline)
    }
    if taken == nil { Tracer.emit(.semaphoreTimeout, object: object.id) }
    return taken != nil
  }

  /// Gives units back.
  ///
  /// - Throws: ``LockError/releasedTooOften`` if there would be more than there can be.
  func release(_ number: UInt32) throws {
    Gate.pass(.semaphoreRelease, object.id)
    try locked {
      // No process acquires one before it is reported, since that takes the mutex. A process that
      // is killed in between has released a unit that it did not report; in the other order, it
      // would have reported a unit that no process will ever get.
      let after = try giveUnits(number)
      Tracer.emit(
        .semaphoreRelease, object: object.id, value: Int64(after), extra: UInt64(number))
    }
    guard sleepers.pointee.load(ordering: .sequentiallyConsistent) > 0 else { return }
    Futex.wake(self.count, count: Gate.isClosed ? .max : Int32(clamping: number))
  }

  /// Takes a unit if there is one.
  ///
  /// - Returns: how many are left.
  private func takeUnit() -> UInt32? {
    var present = count.pointee.load(ordering: .relaxed)
    while present > 0 {
      let (isDone, found) = count.pointee.compareExchange(
        expected: present, desired: present - 1, ordering: .acquiringAndReleasing)
      if isDone { return present - 1 }
      present = found
    }
    return nil
  }

  /// Gives units back.
  ///
  /// - Returns: how many there are now.
  private func giveUnits(_ number: UInt32) throws -> UInt32 {
    var present = count.pointee.load(ordering: .relaxed)
    while true {
      let after = try sum(present, number)
      let (isDone, found) = count.pointee.compareExchange(
        expected: present, desired: after, ordering: .sequentiallyConsistent)
      if isDone { return after }
      present = found
    }
  }

  private func sum(_ present: UInt32, _ number: UInt32) throws -> UInt32 {
    let (sum, overflow) = present.addingReportingOverflow(number)
    guard !overflow, sum <= most.pointee.load(ordering: .relaxed) else {
      throw LockError.releasedTooOften
    }
    return sum
  }

  /// Sleeps until there is a unit, or the deadline has passed. If a waiter is woken and then
  /// killed, its wake-up is lost; since each sleep is bounded, the others still find the unit.
  private func waitForUnit(until deadline: Deadline) {
    sleepers.pointee.wrappingAdd(1, ordering: .sequentiallyConsistent)
    defer { sleepers.pointee.wrappingSubtract(1, ordering: .sequentiallyConsistent) }
    var sleep = BoundedSleep()
    while count.pointee.load(ordering: .sequentiallyConsistent) == 0, !deadline.hasPassed {
      _ = sleep.wait(count, while: 0, until: deadline)
    }
  }

  private func locked<R>(_ body: () throws -> R) rethrows -> R {
    Tracer.isOn ? try mutex.withLock(body) : try body()
  }

  private typealias Word = UnsafeMutablePointer<Atomic<UInt32>>

  private var count: Word { words.pointer }
  private var sleepers: Word { words.pointer + 1 }
  private var most: Word { words.pointer + 2 }
}
