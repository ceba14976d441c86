import Glibc
import Synchronization

/// The lock in shared memory that ``Lock`` and ``RLock`` are made of: owned by a thread of any
/// process of the program, waited for without using the CPU, and taken over if its owner is killed.
/// (POSIX semaphores do not know their owner; robust pthread mutexes can be unlocked by their owner
/// only, while any process may release a `multiprocessing.Lock`.)
struct OwnerLock: Sendable {
  /// What is in shared memory.
  struct Memory: ~Copyable {
    /// Its owner.
    let owner: Atomic<UInt64>
    /// How often the owner has acquired it; only the owner writes it.
    let depth: Atomic<UInt32>
  }

  /// The result of an attempt to acquire it.
  enum Taken {
    /// It was free.
    case free
    /// Its owner had died.
    case fromTheDead
  }

  /// Bytes that it takes.
  static let byteCount = 64
  private let memory: SharedPointer<Memory>

  /// The lock at this address; fresh memory is a free lock.
  init(at address: UnsafeMutableRawPointer) { memory = SharedPointer(address) }

  /// Its current owner.
  var owner: OwnerWord {
    OwnerWord(bits: memory.pointer.pointee.owner.load(ordering: .acquiring))
  }

  /// How often its owner has acquired it.
  var depth: UInt32 {
    get { memory.pointer.pointee.depth.load(ordering: .relaxed) }
    nonmutating set { memory.pointer.pointee.depth.store(newValue, ordering: .relaxed) }
  }

  /// Acquires it if it is free; the common case, and one instruction.
  @inline(__always)
  func takeIfFree(_ me: OwnerWord) -> Bool {
    replace(.nobody, by: me)
  }

  /// Acquires it if it is free or if its owner has died.
  ///
  /// - Parameters:
  ///   - hasWaited: there may be other waiters, and the release that woke this one cleared their
  ///     flag.
  ///   - looksAtOwner: whether to check if the owner is alive.
  func take(_ me: OwnerWord, hasWaited: Bool, looksAtOwner: Bool) -> Taken? {
    let wanted = hasWaited ? me.waitedFor : me
    while true {
      let present = owner
      if present.isFree {
        if replace(present, by: wanted) { return .free }
      } else if looksAtOwner, present.ownerHasDied {
        if replace(present, by: me.waitedFor.takenOver) { return .fromTheDead }
      } else {
        return nil
      }
    }
  }

  /// Marks that its owner, which took it over from a dead one, has repaired the data that it
  /// guards.
  func markMended() {
    while owner.wasTakenOver, !replace(owner, by: owner.mended) {}
  }

  /// Releases it, and wakes one waiter, or all waiters while a viewer holds the lanes, so that it
  /// can choose which comes next.
  @inline(__always)
  func free() {
    let before = OwnerWord(
      bits: memory.pointer.pointee.owner.exchange(0, ordering: .acquiringAndReleasing))
    if before.hasWaiters { Futex.wake(futex, count: Gate.isClosed ? .max : 1) }
  }

  /// Sleeps until it is worth trying to acquire it: it is free, its owner has died, or the deadline
  /// has passed.
  ///
  /// If a waiter is woken and then killed, its wake-up is lost; since each sleep is bounded, the
  /// others still find the lock free.
  func waitUntilWorthTrying(until deadline: Deadline) {
    var sleep = BoundedSleep()
    while true {
      let present = owner
      if present.isFree { return }
      if !present.hasWaiters, !replace(present, by: present.waitedFor) { continue }
      if deadline.hasPassed { return }
      let end = sleep.wait(futex, while: present.waitedFor.futexValue, until: deadline)
      if end == .overslept, owner.token == present.token, present.ownerHasDied { return }
    }
  }

  private func replace(_ old: OwnerWord, by new: OwnerWord) -> Bool {
    memory.pointer.pointee.owner.compareExchange(
      expected: old.bits, desired: new.bits, ordering: .acquiringAndReleasing
    ).exchanged
  }

  /// The low half of the owner: it comes first on every machine that Swift runs on.
  private var futex: UnsafeMutablePointer<Atomic<UInt32>> {
    UnsafeMutableRawPointer(memory.pointer).assumingMemoryBound(to: Atomic<UInt32>.self)
  }
}
