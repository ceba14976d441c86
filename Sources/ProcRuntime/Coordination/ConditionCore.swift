import ProcModel

/// A wait queue of processes that wait to be notified, and its lock: ``Condition`` without its
/// public interface.
///
/// A mutex covers each change of the wait queue and its event, so that the trace shows the queue as
/// it is. The mutex is never held while a process waits, sleeps or is held at a gate.
struct ConditionCore: Sendable {
  /// Its place in memory, identity and name.
  let object: SharedObject
  /// The lock that is released during a wait.
  let lock: LockCore
  private let mutex: SharedMutex
  private let line: WaitLine

  private static let byteCount = SharedMutex.byteCount + WaitLine.byteCount

  /// A new condition.
  ///
  /// - Parameter lock: makes its lock, given the condition's name.
  init(name: String?, lock: (String) -> LockCore) {
    let address = SharedHeap.allocate(Self.byteCount)
    mutex = SharedMutex(at: address, isNew: true)
    line = WaitLine(at: address + SharedMutex.byteCount)
    object = SharedObject(.condition, at: address, name: name)
    self.lock = lock(object.name)
  }

  /// A condition that exists already.
  init(_ object: SharedObject, lock: LockCore) throws {
    self.object = object
    self.lock = lock
    let address = try object.memory(Self.byteCount)
    mutex = SharedMutex(at: address, isNew: false)
    line = WaitLine(at: address + SharedMutex.byteCount)
  }

  /// Whether the calling thread holds the lock.
  var isMine: Bool { lock.lock.owner.token == OwnerWord.me.token }

  /// Releases the lock, waits for a notify, and acquires the lock again.
  ///
  /// - Returns: false if there was none in time.
  func wait(until deadline: Deadline) throws -> Bool {
    guard isMine else { throw ConditionError.waitWithoutLock }
    let me = OwnerWord.me
    let depth = lock.lock.depth
    Gate.pass(.conditionWait, object.id)
    let joined: Int? = mutex.withLock {
      guard let slot = line.join(me) else { return nil }
      reportWait(deadline)
      return slot
    }
    guard let slot = joined else { throw ConditionError.tooManyWait }
    lock.giveUp()
    let isNotified = try waitForNotify(slot, until: deadline)
    _ = try lock.acquire(me, depth: depth, until: .never)
    return isNotified
  }

  private func waitForNotify(_ slot: Int, until deadline: Deadline) throws -> Bool {
    let operation = BlockingOperation(.conditionWake, on: object.id, until: deadline)
    var sleep = BoundedSleep()
    // As long as this lane reports nothing else, the trace says already that it waits.
    let reported = Lane.current.pointee.number
    let woken: Void? = try operation.perform {
      tryToWake(slot)
    } reportWait: {
      if Lane.current.pointee.number != reported { mutex.withLock { reportWait(deadline) } }
    } park: {
      line.wait(slot, &sleep, until: deadline)
    }
    return woken != nil || giveUp(slot)
  }

  private func reportWait(_ deadline: Deadline) {
    Tracer.emit(
      .conditionWait, object: object.id, value: Int64(line.count), extra: lock.object.id.rawValue,
      flags: deadline.limit == .max ? [] : .timed)
  }

  private func tryToWake(_ slot: Int) -> Void? {
    var others: [Int] = []
    let isNotified = mutex.withLock {
      // The notify of a waiter that was killed before it woke must not be lost.
      if !line.isNotified(slot) { others = line.passOn() }
      guard line.isNotified(slot) else { return false }
      line.leave(slot)
      Tracer.emit(.conditionWake, object: object.id, value: Int64(line.count))
      return true
    }
    line.wake(others.filter { $0 != slot })
    return isNotified ? () : nil
  }

  /// Leaves the wait queue at the timeout.
  ///
  /// - Returns: whether a notify came at the last moment.
  private func giveUp(_ slot: Int) -> Bool {
    mutex.withLock {
      let isNotified = line.isNotified(slot)
      line.leave(slot)
      Tracer.emit(
        isNotified ? .conditionWake : .conditionTimeout, object: object.id,
        value: Int64(line.count))
      return isNotified
    }
  }

  /// Notifies the longest waiters.
  ///
  /// - Parameter most: how many at most; nil: all.
  func notify(_ most: Int?) throws {
    guard isMine else { throw ConditionError.notifyWithoutLock }
    Gate.pass(.conditionNotify, object.id)
    var woken: [Int] = []
    mutex.withLock {
      woken = line.passOn()
      let next = line.longest(most ?? .max)
      // No waiter wakes before it is reported, since waking takes the mutex.
      line.notify(next)
      Tracer.emit(
        .conditionNotify, object: object.id, value: Int64(next.count),
        extra: most.map(UInt64.init) ?? .max)
      woken += next
    }
    line.wake(woken)
  }
}
