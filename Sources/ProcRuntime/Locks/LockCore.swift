import ProcModel

/// The owner of a lock.
public struct LockOwner: Sendable, Hashable {
  /// The process.
  public let pid: Int32
  /// The thread, or 0 for the main thread of the process.
  public let tid: Int32
}

/// A lock could not be released.
public enum LockError: Error, CustomStringConvertible, Sendable, Hashable {
  /// It was not held (`ValueError`).
  case releasedTooOften
  /// An ``RLock`` can only be released by the thread that acquired it (`AssertionError`).
  case notOwner
  /// A timeout without blocking makes no sense (`ValueError`).
  case timeoutWithoutBlocking

  /// What Python says.
  public var description: String {
    switch self {
    case .releasedTooOften: "semaphore or lock released too many times"
    case .notOwner: "attempt to release recursive lock not owned by thread"
    case .timeoutWithoutBlocking: "can't specify a timeout for a non-blocking call"
    }
  }
}

/// What ``Lock`` and ``RLock`` have in common: acquiring an owner lock, with gates and reports.
struct LockCore: Sendable {
  /// Its place in memory, identity and name.
  let object: SharedObject
  /// The lock itself.
  let lock: OwnerLock

  /// A new lock.
  init(_ kind: ObjectKind, name: String?) {
    let address = SharedHeap.allocate(OwnerLock.byteCount)
    lock = OwnerLock(at: address)
    object = SharedObject(kind, at: address, name: name)
  }

  /// A lock that exists already.
  init(_ object: SharedObject) throws {
    self.object = object
    lock = OwnerLock(at: try object.memory(OwnerLock.byteCount))
  }

  /// A lock that exists already, at a known address.
  init(_ object: SharedObject, at address: UnsafeMutableRawPointer) {
    self.object = object
    lock = OwnerLock(at: address)
  }

  /// Its owner, or nil if it is free.
  var owner: LockOwner? {
    let word = lock.owner
    if word.isFree { return nil }
    let thread = Int32(bitPattern: word.kernelID)
    let process = TaskStatus.process(ofThread: word.kernelID) ?? thread
    return LockOwner(pid: process, tid: thread == process ? 0 : thread)
  }

  /// Acquires the lock for the calling thread, which must not own it (or it may wait for itself for
  /// ever).
  ///
  /// - Parameter depth: the caller's depth afterwards: more than 1 only if it had released the lock
  ///   in order to wait.
  /// - Returns: false at the timeout.
  @inline(__always)
  func acquire(
    _ me: OwnerWord, depth: UInt32 = 1, until deadline: @autoclosure () -> Deadline
  ) throws -> Bool {
    if !Tracer.isOn, lock.takeIfFree(me) {
      lock.depth = depth
      return true
    }
    return try acquireSlowly(me, depth, until: deadline())
  }

  private func acquireSlowly(
    _ me: OwnerWord, _ depth: UInt32, until deadline: Deadline
  ) throws -> Bool {
    let operation = BlockingOperation(.lockAcquire, on: object.id, until: deadline)
    let ownDepth = lock.owner.token == me.token ? Int64(lock.depth) : 0
    var hasWaited = false
    let taken = try operation.perform {
      // A held lane never parks: it is let go when the owner has ended, and must notice that.
      let looksAtOwner = hasWaited || deadline.limit == 0 || Gate.isClosed
      return lock.take(me, hasWaited: hasWaited, looksAtOwner: looksAtOwner)
    } reportWait: {
      Tracer.emit(.lockWait, object: object.id, value: ownDepth, extra: deadline.limit)
    } park: {
      hasWaited = true
      lock.waitUntilWorthTrying(until: deadline)
    }
    guard let taken else {
      Tracer.emit(.lockTimeout, object: object.id, value: ownDepth)
      return false
    }
    lock.depth = depth
    var flags: ProcModel.Event.Flags = taken == .fromTheDead ? .ownerDied : []
    if deadline.limit != .max { flags.insert(.impatient) }
    Tracer.emit(.lockAcquire, object: object.id, value: Int64(depth), flags: flags)
    return true
  }

  /// Releases the lock.
  @inline(__always)
  func release() {
    if Tracer.isOn { Gate.pass(.lockRelease, object.id) }
    giveUp()
  }

  /// Says that the data that the lock guards is consistent again, after it was taken over.
  func markConsistent() throws {
    guard lock.owner.token == OwnerWord.me.token else { throw LockError.notOwner }
    lock.markMended()
  }

  /// Releases the lock, however often it was acquired, as part of another operation: without a gate
  /// of its own.
  @inline(__always)
  func giveUp() {
    if Tracer.isOn {
      Tracer.emit(
        .lockRelease, object: object.id, value: 0, flags: lock.owner.wasMended ? .mended : [])
    }
    lock.depth = 0
    lock.free()
  }
}

/// What a call's `blocking` and `timeout` mean together.
func deadline(blocking: Bool, timeout: Duration?) -> Deadline {
  blocking ? Deadline(after: timeout) : .now
}
