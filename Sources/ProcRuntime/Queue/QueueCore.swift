import Glibc
import ProcModel
import Synchronization

/// A queue of bytes in shared memory: all of ``Queue`` that does not depend on the type of its
/// items.
struct QueueCore: Sendable {
  /// The start of its memory, after the mutex.
  private struct Sizes {
    /// The most items; 0: any number.
    var maxSize: UInt64
    /// Bytes of the ring.
    var capacity: UInt64
  }

  /// What is being waited for: the counter to sleep on and its value at the failed attempt.
  struct Ticket {
    let word: UnsafeMutablePointer<Atomic<UInt32>>
    let sleepers: UnsafeMutablePointer<Atomic<UInt32>>
    let value: UInt32
    let count: UInt64
    /// Whether the memory has no room for the bytes of an item.
    var bytesDoNotFit = false
  }

  /// Bytes of a queue's ring.
  static let defaultCapacity = 1 << 20

  /// Its place in memory, identity and name.
  let object: SharedObject
  private let mutex: SharedMutex
  /// Written by the creator, never changed.
  private let sizes: Sizes
  /// Six words: of puts, gets and times when all tasks were done, how many there were, which
  /// waiters for the next one sleep on, and how many sleep on each. (A waiter that is killed stays
  /// counted; that only costs a useless wake-up now and then.)
  private let counters: SharedPointer<Atomic<UInt32>>
  let ring: QueueRing

  private static let sizesOffset = SharedMutex.byteCount
  private static let countersOffset = sizesOffset + MemoryLayout<Sizes>.size
  private static let ringOffset = SharedMutex.byteCount + 64

  /// A new queue, or one direction of a pipe.
  ///
  /// - Parameter extra: what `object.define` says of it; nil: the most items.
  init(_ kind: ObjectKind = .queue, maxSize: Int = 0, name: String?, extra: UInt64? = nil) {
    let capacity = Self.defaultCapacity
    let address = SharedHeap.allocate(Self.ringOffset + QueueRing.byteCount(capacity: capacity))
    mutex = SharedMutex(at: address, isNew: true)
    sizes = Sizes(maxSize: UInt64(max(0, maxSize)), capacity: UInt64(capacity))
    (address + Self.sizesOffset).storeBytes(of: sizes, as: Sizes.self)
    counters = SharedPointer(address + Self.countersOffset)
    ring = QueueRing(at: address + Self.ringOffset, capacity: capacity)
    object = SharedObject(kind, at: address, name: name, capacity: extra ?? sizes.maxSize)
  }

  /// A queue that exists already.
  init(_ object: SharedObject) throws {
    self.object = object
    let address = try object.memory(Self.ringOffset)
    mutex = SharedMutex(at: address, isNew: false)
    sizes = (address + Self.sizesOffset).load(as: Sizes.self)
    counters = SharedPointer(address + Self.countersOffset)
    let capacity = Int(clamping: sizes.capacity)
    _ = try object.memory(Self.ringOffset + QueueRing.byteCount(capacity: capacity))
    ring = QueueRing(at: address + Self.ringOffset, capacity: capacity)
  }

  /// The most items, 0: any number.
  var maxSize: Int { Int(sizes.maxSize) }

  /// Puts an item in.
  ///
  /// - Parameter isOver: whether no process can take it any more.
  /// - Returns: false if there was no room in time.
  /// - Throws: ``QueueError/itemTooLarge``; ``PipeIsOver``.
  func put(
    _ payload: [UInt8], text: String, until deadline: Deadline, unless isOver: EndCheck? = nil
  ) throws -> Bool {
    let label = Array(text.utf8.prefix(RecordCodec.longestText))
    let length = QueueRing.length(text: label.count, payload: payload.count)
    guard ring.canHold(length) else {
      throw QueueError.itemTooLarge(bytes: payload.count, room: Self.defaultCapacity)
    }
    return try wait(
      .queuePut, .queuePutWait, .queuePutTimeout, until: deadline, unless: isOver
    ) { ticket in
      if isOver?() == true { throw locked { giveUp(.queuePutTimeout) } }
      return tryPut(payload, text: text, label: label, length: length, &ticket)
    } != nil
  }

  /// Takes the oldest item out.
  ///
  /// - Parameter isOver: whether no process can put one any more.
  /// - Returns: its bytes, or nil if there was none in time.
  /// - Throws: ``PipeIsOver``.
  func get(until deadline: Deadline, unless isOver: EndCheck? = nil) throws -> [UInt8]? {
    try wait(.queueGet, .queueGetWait, .queueGetTimeout, until: deadline, unless: isOver) {
      try tryGet(&$0, unless: isOver)
    }
  }

  /// Checks the other end of a pipe.
  typealias EndCheck = () -> Bool

  /// Reports that an operation will never happen.
  private func giveUp(_ kind: EventKind) -> PipeIsOver {
    Tracer.emit(kind, object: object.id, value: Int64(ring.positions.count), flags: .otherEndClosed)
    return PipeIsOver()
  }

  /// Tries until it works, with all that is reported meanwhile.
  ///
  /// - Parameter timeout: what is reported if it did not work in time; nil: nothing.
  func wait<Result>(
    _ kind: EventKind, _ wait: EventKind, _ timeout: EventKind?, until deadline: Deadline,
    unless isOver: EndCheck? = nil, _ attempt: (inout Ticket?) throws -> Result?
  ) throws -> Result? {
    let operation = BlockingOperation(kind, on: object.id, until: deadline)
    var ticket: Ticket?
    let result = try operation.perform {
      try attempt(&ticket)
    } reportWait: {
      report(wait, ticket, until: deadline)
    } park: {
      if let ticket { park(ticket, until: deadline, unless: isOver) }
    }
    if result == nil, let timeout {
      Tracer.emit(timeout, object: object.id, value: Int64(ticket?.count ?? 0))
    }
    return result
  }

  private func report(_ wait: EventKind, _ ticket: Ticket?, until deadline: Deadline) {
    func emit(_ flags: ProcModel.Event.Flags) {
      Tracer.emit(
        wait, object: object.id, value: Int64(ticket?.count ?? 0), extra: deadline.limit,
        flags: flags)
    }
    guard let ticket, ticket.bytesDoNotFit else { return emit([]) }
    // Under the mutex: nothing is taken out between the look and the report.
    locked {
      emit(ticket.word.pointee.load(ordering: .relaxed) == ticket.value ? .bytesDoNotFit : [])
    }
  }

  private func tryPut(
    _ payload: [UInt8], text: String, label: [UInt8], length: Int, _ ticket: inout Ticket?
  ) -> Void? {
    let wakes: Bool? = locked {
      let now = ring.positions
      let fits = ring.hasRoom(for: length)
      guard sizes.maxSize == 0 || now.count < sizes.maxSize, fits else {
        ticket = Ticket(
          word: gets, sleepers: putters, value: gets.pointee.load(ordering: .relaxed),
          count: now.count, bytesDoNotFit: !fits)
        return nil
      }
      let next = ring.prepare(serial: now.serial + 1, text: label, payload: payload)
      Tracer.emit(
        .queuePut, object: object.id, value: Int64(next.count), extra: next.serial, text: text)
      ring.commit(next)
      puts.pointee.wrappingAdd(1, ordering: .sequentiallyConsistent)
      return getters.pointee.load(ordering: .sequentiallyConsistent) > 0
    }
    guard let wakes else { return nil }
    if wakes { Futex.wake(puts) }
    return ()
  }

  private func tryGet(_ ticket: inout Ticket?, unless isOver: EndCheck?) throws -> [UInt8]? {
    let taken: (record: QueueRing.Record, wakes: Bool)? = try locked {
      guard let (record, next) = ring.oldest() else {
        // Under the mutex: everything put before the end was closed has been seen.
        if isOver?() == true { throw giveUp(.queueGetTimeout) }
        ticket = nextPut
        return nil
      }
      ring.commit(next)
      Tracer.emit(
        .queueGet, object: object.id, value: Int64(next.count), extra: record.serial,
        text: record.text)
      gets.pointee.wrappingAdd(1, ordering: .sequentiallyConsistent)
      return (record, putters.pointee.load(ordering: .sequentiallyConsistent) > 0)
    }
    guard let taken else { return nil }
    if taken.wakes { Futex.wake(gets) }
    return taken.record.payload
  }

  /// Sleeps until the counter moves on from what it was at the failed attempt. All waiters are
  /// woken, so that a waiter that is killed takes no other waiter's wake-up with it. A process may
  /// be killed after its change and before it wakes the waiters; so after each ``BoundedSleep`` the
  /// waiter takes the mutex, which completes what its last owner left half done. A pipe's other end
  /// may also close without a wake-up, by a kill.
  private func park(_ ticket: Ticket, until deadline: Deadline, unless isOver: EndCheck?) {
    ticket.sleepers.pointee.wrappingAdd(1, ordering: .sequentiallyConsistent)
    defer { ticket.sleepers.pointee.wrappingSubtract(1, ordering: .sequentiallyConsistent) }
    var sleep = BoundedSleep()
    while ticket.word.pointee.load(ordering: .relaxed) == ticket.value {
      if deadline.hasPassed { return }
      guard sleep.wait(ticket.word, while: ticket.value, until: deadline) == .overslept else {
        continue
      }
      locked {}
      if isOver?() == true { return }
    }
  }

  /// What to wait for if there is no item.
  var nextPut: Ticket {
    Ticket(word: puts, sleepers: getters, value: puts.pointee.load(ordering: .relaxed), count: 0)
  }

  typealias Word = UnsafeMutablePointer<Atomic<UInt32>>

  private var puts: Word { counter(0) }
  private var gets: Word { counter(1) }
  private var getters: Word { counter(2) }
  private var putters: Word { counter(3) }
  /// How often all tasks were done.
  var finishes: Word { counter(4) }
  var joiners: Word { counter(5) }

  private func counter(_ index: Int) -> Word { counters.pointer + index }

  /// Does something under the mutex. A process that was killed under it may have reported an item
  /// that it never put; the serial number of that item is not used again.
  func locked<R>(_ body: () throws -> R) rethrows -> R {
    try mutex.withLock(
      repair: {
        var positions = ring.positions
        positions.serial += 1
        ring.commit(positions)
        callAll()
      }, body)
  }

  /// Lets all waiters check again.
  func callAll() {
    for word in [puts, gets, finishes] {
      word.pointee.wrappingAdd(1, ordering: .relaxed)
      Futex.wake(word)
    }
  }
}
