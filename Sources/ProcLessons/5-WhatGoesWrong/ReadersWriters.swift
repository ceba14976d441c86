import ProcModel
import ProcRuntime

/// Lesson 5: two values that belong together; a writer changes both, readers read both.
private enum ReadersWriters {
  /// A reader has seen half of a write.
  struct TornPair: Error, CustomStringConvertible {
    let left: Int
    let right: Int
    var description: String { "left is \(left), but right is \(right)" }
  }

  static let write = Target("readers-writers.write") {
    (rounds: Int, left: Value<Int>, right: Value<Int>, lock: RWLock?) in
    for number in 1...rounds {
      let change = {
        left.set(number)
        pause(.milliseconds(50))  // for a while, the two do not match
        right.set(number)
      }
      if let lock { try lock.withWriteLock(change) } else { change() }
    }
  }

  static let read = Target("readers-writers.read") {
    (rounds: Int, left: Value<Int>, right: Value<Int>, lock: RWLock?) in
    for _ in 0..<rounds {
      pause(.milliseconds(20))
      var pair = (left: 0, right: 0)
      let look = { pair = (left.get(), right.get()) }
      if let lock { try lock.withReadLock(look) } else { look() }
      guard pair.left == pair.right else { throw TornPair(left: pair.left, right: pair.right) }
      print("both are \(pair.left)")
    }
  }

  static func main(_ knobs: KnobValues) throws {
    setStartMethod(knobs.startMethod)
    let left = Value(0, name: "left")
    let right = Value(0, name: "right")
    let lock = knobs.isOn("lock") ? RWLock(name: "room") : nil
    let rounds = knobs.integer("rounds")
    let writers = (1...knobs.integer("writers")).map {
      Process(target: write, args: rounds, left, right, lock, name: "Writer-\($0)")
    }
    let readers = (1...knobs.integer("readers")).map {
      Process(target: read, args: rounds, left, right, lock, name: "Reader-\($0)")
    }
    for process in writers + readers { try process.start() }
    for process in writers + readers { try process.join() }
    print("all are done")
  }
}

extension Scenario {
  /// A pair of values, seen half written (lesson 5).
  static let readersWriters = Scenario(
    id: "readers-writers",
    lesson: .whatGoesWrong,
    title: Localized(
      zh: "读者与写者：读到只写了一半的数据", en: "readers and writers: data that is half written"),
    lookFor: Localized(
      zh: "写者把 left 和 right 先后改成同一个数，读者读出两个数来比。看有没有读者正好在两次写之间读。",
      en: """
        A writer sets left and then right to the same number; readers read both and compare. See \
        whether a reader looks between the two writes.
        """),
    knobs: [
      Knob(
        name: "lock",
        help: Localized(
          zh: "是否用读写锁：一个写者，或任意多个读者",
          en: "whether there is a lock for either one writer or any number of readers"),
        domain: .choice(["off", "on"])),
      .startMethod,
      Knob(
        name: "readers", help: Localized(zh: "有几个读者", en: "how many readers there are"),
        domain: .integer(1...32, standard: 2)),
      Knob(
        name: "writers", help: Localized(zh: "有几个写者", en: "how many writers there are"),
        domain: .integer(1...32, standard: 1)),
      Knob(
        name: "rounds", help: Localized(zh: "各读写几次", en: "how often each reads or writes"),
        domain: .integer(1...1000, standard: 1)),
    ],
    laneCount: { 1 + $0.integer("readers") + $0.integer("writers") },
    explanation: { knobs in
      knobs.isOn("lock")
        ? Localized(
          zh: "读者共享 room，写者独占：读者之间互不妨碍，写的时候没有谁在读。所以两个数总是配套的。代价是读者接连不断时，写者可能一直轮不上。",
          en: """
            Readers share the room, a writer has it alone: readers do not hinder each other, nobody \
            reads while somebody writes, and the two always match. The price: while readers keep \
            coming, a writer may wait long.
            """)
        : Localized(
          zh: "每次读写本身都没有错，错在两次写之间：left 已经是新的，right 还是旧的。只读不写的进程也需要锁。",
          en: """
            No single read or write is wrong; what is wrong lies between two writes: left is new \
            already, right is still old. Even who only reads needs the lock.
            """)
    },
    next: Suggestion.toggleLock,
    spawnable: [ReadersWriters.write, ReadersWriters.read],
    main: ReadersWriters.main)
}
