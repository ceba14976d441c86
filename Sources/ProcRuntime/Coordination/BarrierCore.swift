import ProcModel
import Synchronization

/// A number of processes that wait for each other: ``Barrier`` without its public interface.
///
/// All of its state is one word, changed by one store under a mutex that covers the change and its
/// event, so that the barrier is whole even if a process is killed at any moment. Rounds are
/// numbered; a waiter may notice the end of its round late, since the few rounds that a reset
/// abandoned are remembered. A process that is killed after its arrival still counts as arrived;
/// one that is killed while it runs the action breaks the barrier.
struct BarrierCore: Sendable {
  /// What is stored after the mutex.
  private struct Memory: ~Copyable {
    let word: Atomic<UInt64>
    /// The thread that runs the action (see ``OwnerWord``).
    let actor: Atomic<UInt64>
    let parties: Atomic<UInt32>
  }

  /// A process has arrived.
  struct Arrival {
    /// How many had arrived before.
    let index: Int
    /// The round.
    let generation: UInt32
    /// Whether it runs the action before any process passes.
    let acts: Bool
  }

  /// Its place in memory, identity and name.
  let object: SharedObject
  private let mutex: SharedMutex
  private let memory: SharedPointer<Memory>
  /// The rounds that were abandoned by a reset; the last 255 count.
  private let givenUp: SharedPointer<Atomic<UInt32>>

  /// The most parties.
  static let most = Int(UInt16.max)
  private static let byteCount = SharedMutex.byteCount + 64 + 256 * 4

  /// A new barrier.
  init(parties: Int, name: String?) {
    let address = SharedHeap.allocate(Self.byteCount)
    mutex = SharedMutex(at: address, isNew: true)
    memory = SharedPointer(address + SharedMutex.byteCount)
    givenUp = SharedPointer(address + SharedMutex.byteCount + 64)
    memory.pointer.pointee.parties.store(UInt32(parties), ordering: .relaxed)
    object = SharedObject(.barrier, at: address, name: name, capacity: UInt64(parties))
  }

  /// A barrier that exists already.
  init(_ object: SharedObject) throws {
    self.object = object
    let address = try object.memory(Self.byteCount)
    mutex = SharedMutex(at: address, isNew: false)
    memory = SharedPointer(address + SharedMutex.byteCount)
    givenUp = SharedPointer(address + SharedMutex.byteCount + 64)
  }

  /// How many are needed.
  var parties: Int { Int(memory.pointer.pointee.parties.load(ordering: .relaxed)) }

  /// Its current state.
  var word: BarrierWord {
    BarrierWord(bits: memory.pointer.pointee.word.load(ordering: .acquiring))
  }

  /// Arrives at the barrier; waits while the action of a round runs that is full already.
  ///
  /// - Parameters:
  ///   - limit: the timeout, as in events.
  ///   - hasAction: whether there is an action for the last to arrive.
  /// - Throws: ``BrokenBarrierError``.
  func arrive(limit: UInt64, hasAction: Bool) throws -> Arrival {
    let operation = BlockingOperation(.barrierWait, on: object.id, until: .never)
    var sleep = BoundedSleep()
    var seen = BarrierWord()
    let arrival = try operation.perform {
      try mutex.withLock {
        seen = settled()
        return try arrive(seen, limit: limit, hasAction: hasAction)
      }
    } reportWait: {
      // The trace has no event for this wait, which is as short as the action.
    } park: {
      self.sleep(while: seen, &sleep, until: .never)
    }
    guard let arrival else { throw BrokenBarrierError(barrier: object.name) }
    if arrival.index + 1 == parties, !arrival.acts { Futex.wake(futex) }
    return arrival
  }

  private func arrive(_ word: BarrierWord, limit: UInt64, hasAction: Bool) throws -> Arrival? {
    if word.isBroken { throw broken(index: -1, word.generation) }
    if word.isActing { return nil }
    var word = word
    let isLast = Int(word.arrived) + 1 == parties
    let arrival = Arrival(
      index: Int(word.arrived), generation: word.generation, acts: isLast && hasAction)
    var flags: ProcModel.Event.Flags = limit == .max ? [] : .timed
    if arrival.acts { flags.insert(.actsFirst) }
    word.arrived += 1
    if arrival.acts {
      memory.pointer.pointee.actor.store(OwnerWord.me.token, ordering: .relaxed)
      word.isActing = true
    } else if isLast {
      word.turn()
    }
    // No process notices before it is reported, since noticing takes the mutex.
    commit(word)
    report(.barrierWait, arrival, flags)
    return arrival
  }

  /// Waits until the caller's round is over. If the caller has run the action, this ends the round.
  ///
  /// - Throws: ``BrokenBarrierError``, also at the timeout, which breaks the barrier.
  func pass(_ arrival: Arrival, until deadline: Deadline) throws {
    var deadline = deadline
    var sleep = BoundedSleep()
    // As long as this lane reports nothing else, the trace says already that it waits.
    let reported = Lane.current.pointee.number
    while true {
      let operation = BlockingOperation(.barrierPass, on: object.id, until: deadline)
      let passed: Void? = try operation.perform {
        try mutex.withLock { try tryToPass(arrival) }
      } reportWait: {
        if Lane.current.pointee.number == reported { return }
        report(.barrierWait, arrival, deadline.limit == .max ? [] : .timed)
      } park: {
        var seen = BarrierWord()
        seen.generation = arrival.generation
        self.sleep(while: seen, &sleep, until: deadline)
      }
      if passed != nil { break }
      if try mutex.withLock({ try giveUp(arrival) }) { break }
      // All have arrived, and the action runs: there is no reason to give up any more.
      deadline = .never
    }
    if arrival.acts { Futex.wake(futex) }
  }

  private func tryToPass(_ arrival: Arrival) throws -> Void? {
    var word = settled()
    if word.generation == arrival.generation {
      if word.isBroken { throw broken(index: arrival.index, arrival.generation) }
      guard arrival.acts else { return nil }
      word.turn()
      commit(word)
      report(.barrierPass, arrival, .actsFirst)
    } else {
      if wasGivenUp(arrival.generation, word) {
        throw broken(index: arrival.index, arrival.generation)
      }
      report(.barrierPass, arrival)
    }
    return ()
  }

  /// The timeout has passed.
  ///
  /// - Returns: true if the round is over in spite of the timeout, false if the barrier is about to
  ///   break.
  private func giveUp(_ arrival: Arrival) throws -> Bool {
    if try tryToPass(arrival) != nil { return true }
    var word = word
    if word.isActing { return false }
    word.breakUp()
    commit(word)
    report(.barrierTimeout, arrival)
    Futex.wake(futex)
    throw BrokenBarrierError(barrier: object.name)
  }

  /// Breaks the barrier.
  func abort() {
    Gate.pass(.barrierAbort, object.id)
    mutex.withLock {
      var word = word
      word.breakUp()
      commit(word)
      Tracer.emit(.barrierAbort, object: object.id, extra: UInt64(word.generation))
    }
    Futex.wake(futex)
  }

  /// Restores its first state; waiters find it broken.
  func reset() {
    Gate.pass(.barrierReset, object.id)
    mutex.withLock {
      var word = word
      // It counts only when the word says so. 0 means none.
      givenUp.pointer[Int(word.givenUp)].store(word.generation + 1, ordering: .relaxed)
      word.givenUp &+= 1
      word.turn()
      commit(word)
      Tracer.emit(.barrierReset, object: object.id, extra: UInt64(word.generation))
    }
    Futex.wake(futex)
  }

  private func wasGivenUp(_ generation: UInt32, _ word: BarrierWord) -> Bool {
    (0..<256).contains { place in
      place != Int(word.givenUp)
        && givenUp.pointer[place].load(ordering: .relaxed) == generation + 1
    }
  }

  private func report(
    _ kind: EventKind, _ arrival: Arrival, _ flags: ProcModel.Event.Flags = []
  ) {
    Tracer.emit(
      kind, object: object.id, value: Int64(arrival.index), extra: UInt64(arrival.generation),
      flags: flags)
  }

  /// Reports that the caller finds it broken.
  private func broken(index: Int, _ generation: UInt32) -> BrokenBarrierError {
    Tracer.emit(
      .barrierPass, object: object.id, value: Int64(index), extra: UInt64(generation),
      flags: .broken)
    return BrokenBarrierError(barrier: object.name)
  }

  /// Its state, after a check whether the thread that runs the action is still alive.
  private func settled() -> BarrierWord {
    var word = word
    let actor = OwnerWord(bits: memory.pointer.pointee.actor.load(ordering: .relaxed))
    guard word.isActing, actor.ownerHasDied else { return word }
    word.breakUp()
    commit(word)
    Futex.wake(futex)
    return word
  }

  private func commit(_ word: BarrierWord) {
    memory.pointer.pointee.word.store(word.bits, ordering: .releasing)
  }

  /// Sleeps while the round is the same and not broken, or until `sleep` has reached its bound:
  /// then it is time to check whether a process was killed.
  private func sleep(while seen: BarrierWord, _ sleep: inout BoundedSleep, until deadline: Deadline)
  {
    while word.futexValue == seen.futexValue, !deadline.hasPassed {
      if sleep.wait(futex, while: seen.futexValue, until: deadline) == .overslept { return }
    }
  }

  /// The low half of the word: it comes first on every machine that Swift runs on.
  private var futex: UnsafeMutablePointer<Atomic<UInt32>> {
    UnsafeMutableRawPointer(memory.pointer).assumingMemoryBound(to: Atomic<UInt32>.self)
  }
}
