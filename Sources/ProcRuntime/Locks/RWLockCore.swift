import ProcModel
import Synchronization

/// All of ``RWLock`` but its surface: who holds it, in shared memory.
///
/// Each who shares it has a slot with its name, as has the one who holds it alone, so that the hold of
/// somebody who was killed is found. A mutex covers each change together with its event, so that the
/// order of the trace is that of memory; each change is one store, so that a kill at any moment leaves
/// whole slots.
struct RWLockCore: Sendable {
  /// What lies at the start of its memory, behind the mutex.
  private struct Header: ~Copyable {
    /// Who holds it alone (see ``OwnerWord``); 0: nobody.
    let writer: Atomic<UInt64>
    /// How often it was given back, on which those who wait sleep.
    let changes: Atomic<UInt32>
    /// How many sleep; one that is killed stays counted, which costs a needless call now and then.
    let sleepers: Atomic<UInt32>
    /// How many slots were ever used.
    let used: Atomic<UInt32>
    /// 1: somebody who held it alone has died; 2: and what it guards was mended since.
    let damage: Atomic<UInt32>
  }

  /// One who shares it.
  private struct Slot: ~Copyable {
    /// Who; 0: the slot is free.
    let owner: Atomic<UInt64>
    /// How often.
    let depth: Atomic<UInt64>
  }

  /// How an attempt to take it went.
  private enum Attempt {
    /// It has been taken.
    case taken(depth: Int64, flags: ProcModel.Event.Flags)
    /// Others hold it; this is what ``Header/changes`` was then.
    case inVain(changes: UInt32)
  }

  /// The most that can share it at once; more wait.
  private static let capacity = 4096
  private static let byteCount =
    SharedMutex.byteCount + 64 + capacity * MemoryLayout<Slot>.stride

  /// Who it is.
  let object: SharedObject
  private let mutex: SharedMutex
  private let header: SharedPointer<Header>
  private let slots: SharedPointer<Slot>

  /// A new lock.
  init(name: String?) {
    let address = SharedHeap.allocate(Self.byteCount)
    self.init(SharedObject(.rwlock, at: address, name: name), at: address, isNew: true)
  }

  /// A lock that exists already.
  init(_ object: SharedObject) throws {
    self.init(object, at: try object.memory(Self.byteCount), isNew: false)
  }

  private init(_ object: SharedObject, at address: UnsafeMutableRawPointer, isNew: Bool) {
    self.object = object
    mutex = SharedMutex(at: address, isNew: isNew)
    header = SharedPointer(address + SharedMutex.byteCount)
    slots = SharedPointer(address + SharedMutex.byteCount + 64)
  }

  /// Takes it for the calling thread.
  ///
  /// - Returns: false if it was not to be had in time.
  func acquire(isShared: Bool, until deadline: Deadline) throws -> Bool {
    let kind: EventKind = isShared ? .rwlockReadAcquire : .rwlockWriteAcquire
    let operation = BlockingOperation(kind, on: object.id, until: deadline)
    let me = OwnerWord.me
    var hasWaited = false
    var seen: UInt32 = 0
    var sleep = BoundedSleep()
    let taken: Void? = try operation.perform {
      // Who is held never parks: it is let go when a holder has ended, and must find that out.
      let looksAtHolders = hasWaited || deadline.limit == 0 || Gate.isClosed
      let how: ProcModel.Event.Flags = deadline.limit == .max ? [] : .impatient
      return attempt(kind, isShared, me, looksAtHolders, how, &seen)
    } reportWait: {
      Tracer.emit(
        isShared ? .rwlockReadWait : .rwlockWriteWait, object: object.id, value: depth(of: me),
        extra: deadline.limit)
    } park: {
      hasWaited = true
      park(while: seen, &sleep, until: deadline)
    }
    if taken == nil {
      Tracer.emit(
        isShared ? .rwlockReadTimeout : .rwlockWriteTimeout, object: object.id,
        value: depth(of: me))
    }
    return taken != nil
  }

  /// Gives it back, once.
  func release() throws {
    let me = OwnerWord.me
    if writer.token == me.token { return releaseWrite() }
    guard let slot = slot(of: me) else { throw LockError.notOwner }
    Gate.pass(.rwlockReadRelease, object.id)
    mutex.withLock {
      let depth = slots.pointer[slot].depth.load(ordering: .relaxed)
      Tracer.emit(.rwlockReadRelease, object: object.id, value: Int64(depth) - 1)
      slots.pointer[slot].depth.store(depth - 1, ordering: .relaxed)
      if depth <= 1 { free(slot) }
    }
    wake()
  }

  private func releaseWrite() {
    Gate.pass(.rwlockWriteRelease, object.id)
    mutex.withLock {
      let wasMended = header.pointer.pointee.damage.load(ordering: .relaxed) == Self.mended
      Tracer.emit(
        .rwlockWriteRelease, object: object.id, value: 0, flags: wasMended ? .mended : [])
      if wasMended { header.pointer.pointee.damage.store(0, ordering: .relaxed) }
      header.pointer.pointee.writer.store(0, ordering: .releasing)
    }
    wake()
  }

  /// Whether one that held it alone has died, and nothing was mended since.
  var wasAbandoned: Bool {
    header.pointer.pointee.damage.load(ordering: .acquiring) == Self.abandoned
  }

  /// Says that what it guards is whole again.
  func markConsistent() throws {
    guard writer.token == OwnerWord.me.token else { throw LockError.notOwner }
    _ = header.pointer.pointee.damage.compareExchange(
      expected: Self.abandoned, desired: Self.mended, ordering: .relaxed)
  }

  private static let abandoned: UInt32 = 1
  private static let mended: UInt32 = 2
}

extension RWLockCore {
  // MARK: - Under the mutex

  /// Takes it if it is to be had, and says so; else nil.
  private func attempt(
    _ kind: EventKind, _ isShared: Bool, _ me: OwnerWord, _ looksAtHolders: Bool,
    _ how: ProcModel.Event.Flags, _ seen: inout UInt32
  ) -> Void? {
    mutex.withLock {
      let attempt =
        isShared ? share(me, looksAtHolders) : takeAlone(me, looksAtHolders)
      switch attempt {
      case .inVain(let changes):
        seen = changes
        return nil
      case .taken(let depth, let flags):
        Tracer.emit(kind, object: object.id, value: depth, flags: flags.union(how))
        return ()
      }
    }
  }

  private func share(_ me: OwnerWord, _ looksAtHolders: Bool) -> Attempt {
    if let slot = slot(of: me) {
      let depth = slots.pointer[slot].depth.load(ordering: .relaxed) + 1
      slots.pointer[slot].depth.store(depth, ordering: .relaxed)
      return .taken(depth: Int64(depth), flags: [])
    }
    guard let flags = freeFromWriter(looksAtHolders), let slot = freeSlot(looksAtHolders) else {
      return inVain
    }
    slots.pointer[slot].depth.store(1, ordering: .relaxed)
    slots.pointer[slot].owner.store(me.token, ordering: .releasing)
    return .taken(depth: 1, flags: flags)
  }

  private func takeAlone(_ me: OwnerWord, _ looksAtHolders: Bool) -> Attempt {
    guard var flags = freeFromWriter(looksAtHolders) else { return inVain }
    for slot in 0..<used where !owner(slot).isFree {
      guard looksAtHolders, owner(slot).token != me.token, owner(slot).ownerHasDied else {
        return inVain
      }
      flags.insert(.sharerDied)
    }
    for slot in 0..<used where !owner(slot).isFree { free(slot) }
    header.pointer.pointee.writer.store(me.token, ordering: .releasing)
    return .taken(depth: 1, flags: flags)
  }

  /// What there is to be said of nobody holding it alone; nil where somebody does.
  private func freeFromWriter(_ looksAtHolders: Bool) -> ProcModel.Event.Flags? {
    if writer.isFree { return [] }
    guard looksAtHolders, writer.ownerHasDied else { return nil }
    header.pointer.pointee.damage.store(Self.abandoned, ordering: .relaxed)
    header.pointer.pointee.writer.store(0, ordering: .releasing)
    return .ownerDied
  }

  private var inVain: Attempt {
    .inVain(changes: header.pointer.pointee.changes.load(ordering: .relaxed))
  }

  private func freeSlot(_ looksAtHolders: Bool) -> Int? {
    let used = used
    if let slot = (0..<used).first(where: { owner($0).isFree }) { return slot }
    if used < Self.capacity {
      header.pointer.pointee.used.store(UInt32(used) + 1, ordering: .releasing)
      return used
    }
    return looksAtHolders ? (0..<used).first { owner($0).ownerHasDied } : nil
  }

  private func free(_ slot: Int) { slots.pointer[slot].owner.store(0, ordering: .releasing) }

  // MARK: - Waiting

  /// Sleeps until it was given back since it was found taken, or for a while.
  private func park(while seen: UInt32, _ sleep: inout BoundedSleep, until deadline: Deadline) {
    header.pointer.pointee.sleepers.wrappingAdd(1, ordering: .sequentiallyConsistent)
    defer { header.pointer.pointee.sleepers.wrappingSubtract(1, ordering: .sequentiallyConsistent) }
    _ = sleep.wait(changes, while: seen, until: deadline)
  }

  /// Calls those who wait: any of them may be able to go on.
  private func wake() {
    header.pointer.pointee.changes.wrappingAdd(1, ordering: .sequentiallyConsistent)
    if header.pointer.pointee.sleepers.load(ordering: .sequentiallyConsistent) > 0 {
      Futex.wake(changes)
    }
  }

  // MARK: - Words

  private var changes: UnsafeMutablePointer<Atomic<UInt32>> {
    (UnsafeMutableRawPointer(header.pointer) + MemoryLayout<Atomic<UInt64>>.stride)
      .assumingMemoryBound(to: Atomic<UInt32>.self)
  }

  private var writer: OwnerWord {
    OwnerWord(bits: header.pointer.pointee.writer.load(ordering: .acquiring))
  }

  private var used: Int { Int(header.pointer.pointee.used.load(ordering: .acquiring)) }

  private func owner(_ slot: Int) -> OwnerWord {
    OwnerWord(bits: slots.pointer[slot].owner.load(ordering: .acquiring))
  }

  private func slot(of me: OwnerWord) -> Int? { (0..<used).first { owner($0).token == me.token } }

  private func depth(of me: OwnerWord) -> Int64 {
    guard let slot = slot(of: me) else { return writer.token == me.token ? 1 : 0 }
    return Int64(slots.pointer[slot].depth.load(ordering: .relaxed))
  }
}
