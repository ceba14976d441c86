import ProcSystem
import Synchronization

/// The wait queue of a condition, in shared memory, in order of arrival.
///
/// Each waiter has a slot with its number in the queue. Since the longest waiters are notified
/// first, one number says which have been notified: all up to it. All of this is changed under the
/// condition's mutex, each change by one store, so that the queue is whole even if a process is
/// killed at any moment. Slots name their owners, so that a notify to a waiter that was killed can
/// be passed on.
struct WaitLine: Sendable {
  /// The start of its memory.
  private struct Header: ~Copyable {
    /// The number of the last arrival.
    let last: Atomic<UInt64>
    /// All waiters up to this number have been notified.
    let notified: Atomic<UInt64>
    /// How many slots were ever used.
    let used: Atomic<UInt32>
  }

  /// One waiter.
  private struct Slot: ~Copyable {
    /// The waiter (see ``OwnerWord``); 0: the slot is free.
    let owner: Atomic<UInt64>
    /// Its number in the queue.
    let number: Atomic<UInt64>
    /// The word on which it sleeps; 1 once it has been notified.
    let word: Atomic<UInt32>
  }

  /// The most that can wait at once.
  static let capacity = 4096
  /// Bytes that it takes.
  static let byteCount = 64 + capacity * MemoryLayout<Slot>.stride

  private let header: SharedPointer<Header>
  private let slots: SharedPointer<Slot>

  /// The queue at this address; fresh memory is an empty queue.
  init(at address: UnsafeMutableRawPointer) {
    header = SharedPointer(address)
    slots = SharedPointer(address + 64)
  }

  /// Puts a waiter at the end of the queue.
  ///
  /// - Returns: its slot; nil if there is none left.
  func join(_ me: OwnerWord) -> Int? {
    guard let slot = freeSlot() else { return nil }
    let number = header.pointer.pointee.last.load(ordering: .relaxed) + 1
    header.pointer.pointee.last.store(number, ordering: .releasing)
    slots.pointer[slot].number.store(number, ordering: .relaxed)
    slots.pointer[slot].word.store(0, ordering: .relaxed)
    slots.pointer[slot].owner.store(me.token, ordering: .releasing)
    return slot
  }

  private func freeSlot() -> Int? {
    let used = used
    if let slot = (0..<used).first(where: { owner($0).isFree }) { return slot }
    if used < Self.capacity {
      header.pointer.pointee.used.store(UInt32(used) + 1, ordering: .releasing)
      return used
    }
    guard let slot = (0..<used).first(where: { !isNotified($0) && owner($0).ownerHasDied }) else {
      return nil
    }
    leave(slot)
    return slot
  }

  /// Takes a waiter out of the queue.
  func leave(_ slot: Int) { slots.pointer[slot].owner.store(0, ordering: .releasing) }

  /// Whether the waiter in this slot has been notified.
  func isNotified(_ slot: Int) -> Bool {
    number(slot) <= header.pointer.pointee.notified.load(ordering: .relaxed)
  }

  /// How many waiters have not been notified.
  var count: Int { (0..<used).reduce(0) { $0 + (isWaiting($1) ? 1 : 0) } }

  /// The slots of the `most` longest waiters. Dead waiters do not count, and leave the queue.
  func longest(_ most: Int) -> [Int] {
    var found: [Int] = []
    for slot in (0..<used).filter(isWaiting).sorted(by: { number($0) < number($1) }) {
      if found.count == most { break }
      if owner(slot).ownerHasDied { leave(slot) } else { found.append(slot) }
    }
    return found
  }

  /// Notifies the longest waiters; `slots` are theirs.
  func notify(_ slots: [Int]) {
    guard let last = slots.last else { return }
    header.pointer.pointee.notified.store(number(last), ordering: .releasing)
  }

  /// Passes each notify to a waiter that has died on to the longest waiter.
  ///
  /// - Returns: the slots of the waiters that this notifies.
  func passOn() -> [Int] {
    var woken: [Int] = []
    for slot in 0..<used where !owner(slot).isFree && isNotified(slot) && owner(slot).ownerHasDied {
      let next = longest(1)
      notify(next)
      leave(slot)
      woken += next
    }
    return woken
  }

  /// Wakes the waiters that have been notified.
  func wake(_ woken: [Int]) {
    for slot in woken {
      word(slot).pointee.store(1, ordering: .releasing)
      Futex.wake(word(slot))
    }
  }

  /// Sleeps until the waiter in this slot is notified, or `sleep` has reached its bound.
  func wait(_ slot: Int, _ sleep: inout BoundedSleep, until deadline: Deadline) {
    while word(slot).pointee.load(ordering: .acquiring) == 0, !deadline.hasPassed {
      if sleep.wait(word(slot), while: 0, until: deadline) == .overslept { return }
    }
  }

  private var used: Int { Int(header.pointer.pointee.used.load(ordering: .relaxed)) }

  private func isWaiting(_ slot: Int) -> Bool { !owner(slot).isFree && !isNotified(slot) }

  private func owner(_ slot: Int) -> OwnerWord {
    OwnerWord(bits: slots.pointer[slot].owner.load(ordering: .relaxed))
  }

  private func number(_ slot: Int) -> UInt64 {
    slots.pointer[slot].number.load(ordering: .relaxed)
  }

  private func word(_ slot: Int) -> UnsafeMutablePointer<Atomic<UInt32>> {
    let offset = MemoryLayout<Atomic<UInt64>>.stride * 2
    return (UnsafeMutableRawPointer(slots.pointer + slot) + offset)
      .assumingMemoryBound(to: Atomic<UInt32>.self)
  }
}
