import ProcModel
import ProcRuntime

/// Lesson 5: a buffer with few places between producers and consumers.
private enum BoundedBuffer {
  /// The synchronisation of the buffer: mutual exclusion and waiting.
  enum Rules: Codable {
    /// One condition, at which all wait: for an item, or for a free place.
    case condition(Condition, checksAgain: Bool, notifiesAll: Bool)
    /// Two semaphores, which count the free places and the items.
    case semaphores(free: Semaphore, filled: Semaphore, mutex: Lock)
  }

  enum BufferError: String, Error, CustomStringConvertible {
    case putIntoFull = "put into a full buffer"
    case getFromEmpty = "get from an empty buffer"
    var description: String { rawValue }
  }

  struct Buffer: Codable {
    let slots: SharedArray<Int>
    /// How many of the slots are taken.
    let taken: Value<Int>
    let rules: Rules

    func put(_ item: Int) throws {
      switch rules {
      case .condition(let changed, let checksAgain, let notifiesAll):
        try changed.withLock {
          try wait(at: changed, checksAgain) { taken.get() == slots.count }
          try push(item)
          try notify(changed, notifiesAll)
        }
      case .semaphores(let free, let filled, let mutex):
        try free.acquire()
        try mutex.withLock { try push(item) }
        try filled.release()
      }
    }

    func get() throws -> Int {
      switch rules {
      case .condition(let changed, let checksAgain, let notifiesAll):
        return try changed.withLock {
          try wait(at: changed, checksAgain) { taken.get() == 0 }
          let item = try pop()
          try notify(changed, notifiesAll)
          return item
        }
      case .semaphores(let free, let filled, let mutex):
        try filled.acquire()
        let item = try mutex.withLock { try pop() }
        try free.release()
        return item
      }
    }

    private func wait(
      at changed: Condition, _ checksAgain: Bool, while isBad: () -> Bool
    ) throws {
      if checksAgain {
        while isBad() { try changed.wait() }
      } else {
        if isBad() { try changed.wait() }
      }
    }

    private func notify(_ changed: Condition, _ all: Bool) throws {
      if all { try changed.notifyAll() } else { try changed.notify() }
    }

    private func push(_ item: Int) throws {
      let count = taken.get()
      guard count < slots.count else { throw BufferError.putIntoFull }
      slots[count] = item
      taken.set(count + 1)
    }

    private func pop() throws -> Int {
      let count = taken.get()
      guard count > 0 else { throw BufferError.getFromEmpty }
      taken.set(count - 1)
      return slots[count - 1]
    }
  }

  static let produce = Target("bounded-buffer.produce") { (items: [Int], buffer: Buffer) in
    pause(.milliseconds(50))  // by now, the consumers wait
    for item in items { try buffer.put(item) }
  }

  static let consume = Target("bounded-buffer.consume") { (count: Int, buffer: Buffer) in
    for _ in 0..<count { print("got \(try buffer.get())") }
  }

  static func main(_ knobs: KnobValues) throws {
    setStartMethod(knobs.startMethod)
    let buffer = makeBuffer(knobs)
    let items = Array(1...knobs.integer("items"))
    let consumers = shares(of: items, among: knobs.integer("consumers")).map { number, share in
      Process(target: consume, args: share.count, buffer, name: "Consumer-\(number)")
    }
    let producers = shares(of: items, among: knobs.integer("producers")).map { number, share in
      Process(target: produce, args: share, buffer, name: "Producer-\(number)")
    }
    for process in consumers + producers { try process.start() }
    for process in consumers + producers { try process.join() }
    print("all items have arrived")
  }

  static func makeBuffer(_ knobs: KnobValues) -> Buffer {
    let size = knobs.integer("size")
    return Buffer(
      slots: SharedArray(Array(repeating: 0, count: size), name: "slots"),
      taken: Value(0, name: "taken"),
      rules: knobs["with"] == "semaphores"
        ? .semaphores(
          free: Semaphore(size, name: "free"), filled: Semaphore(0, name: "filled"),
          mutex: Lock(name: "mutex"))
        : .condition(
          Condition(name: "changed"), checksAgain: knobs["check"] == "while",
          notifiesAll: knobs["notify"] == "all"))
  }

  /// Deals items out, like cards.
  static func shares(of items: [Int], among count: Int) -> [(number: Int, items: [Int])] {
    (1...count).map { number in (number, items.filter { $0 % count == number % count }) }
  }
}

extension Scenario {
  /// A bounded buffer (lesson 5).
  static let boundedBuffer = Scenario(
    id: "bounded-buffer",
    lesson: .whatGoesWrong,
    title: Localized(
      zh: "有限的缓冲区：丢失的唤醒", en: "a bounded buffer: the lost wake-up"),
    lookFor: Localized(
      zh: "消费者在 changed 上等数据，生产者满了也在 changed 上等空位。看每次通知唤醒了谁，他醒来时所等的事是不是真的成立。",
      en: """
        Consumers wait at changed for an item; the producer waits there, too, when there is no room. \
        See whom each notify wakes, and whether what he waited for is really so when he goes on.
        """),
    knobs: [
      Knob(
        name: "with",
        help: Localized(
          zh: "用一个条件变量，还是两个信号量", en: "one condition for all, or two semaphores"),
        domain: .choice(["condition", "semaphores"])),
      Knob(
        name: "notify",
        help: Localized(
          zh: "条件变量每次唤醒一个，还是全部", en: "whether the condition wakes one, or all who wait"),
        domain: .choice(["one", "all"])),
      Knob(
        name: "check",
        help: Localized(
          zh: "醒来之后直接往下走（if），还是再看一遍（while）",
          en: "whether who was woken just goes on (if), or looks again (while)"),
        domain: .choice(["if", "while"])),
      .startMethod,
      Knob(
        name: "producers", help: Localized(zh: "有几个生产者", en: "how many producers there are"),
        domain: .integer(1...16, standard: 1)),
      Knob(
        name: "consumers", help: Localized(zh: "有几个消费者", en: "how many consumers there are"),
        domain: .integer(1...16, standard: 2)),
      Knob(
        name: "items", help: Localized(zh: "一共有几件数据", en: "how many items there are"),
        domain: .integer(1...1000, standard: 2)),
      Knob(
        name: "size", help: Localized(zh: "缓冲区放得下几件", en: "how many items the buffer holds"),
        domain: .integer(1...64, standard: 1)),
    ],
    laneCount: { 1 + $0.integer("producers") + $0.integer("consumers") },
    explanation: { knobs in
      switch (knobs["with"], knobs["check"], knobs["notify"]) {
      case ("semaphores", _, _):
        Localized(
          zh: "free 数着空位，filled 数着数据，各等各的：归还的名额只会给真正用得上的一方，而且早到也不会丢，会一直记着。",
          en: """
            free counts the places, filled the items, and each waits for its own. A unit that is \
            given back reaches somebody who can use it, and is kept if nobody waits yet.
            """)
      case (_, "if", _):
        Localized(
          zh: "被唤醒不等于条件成立：从收到通知到重新拿到锁，数据可能已被别人拿走；通知也可能本是给生产者的。醒来不再看一遍（if），就会从空缓冲区里取，而该醒的那个还在睡。",
          en: """
            To be woken does not mean that it is so: until the lock is taken again somebody else may \
            have got the item, or the notify was meant for a producer. With if, one gets from an \
            empty buffer, while the one who should have been woken sleeps on.
            """)
      case (_, _, "one"):
        Localized(
          zh: "生产者和消费者在同一个条件变量上等，notify 只唤醒等得最久的一个。要是唤醒的是用不上的那一个，他看一眼又接着睡，真正该醒的却没有醒：这次唤醒就丢了。",
          en: """
            Producers and consumers wait at the same condition, and notify wakes only the one who \
            has waited longest. If that one has no use for it he goes back to sleep, and the one who \
            should have been woken never is: the wake-up is lost.
            """)
      default:
        Localized(
          zh: "notify_all 把大家都叫醒，各自再看一遍（while）：该走的往下走，其余的接着等，谁也不会被漏掉。代价是白醒几次。",
          en: """
            notify_all wakes everybody, and each looks again: who can goes on, the others wait on, \
            and nobody is forgotten. The price: some wake up for nothing.
            """)
      }
    },
    next: { knobs in
      switch (knobs["with"], knobs["check"], knobs["notify"]) {
      case ("semaphores", _, _):
        Suggestion("o", zh: "把 with 换回 condition", en: "set with back to condition")
      case (_, "if", _):
        Suggestion("o", zh: "把 check 设为 while", en: "set check to while")
      case (_, _, "one"):
        Suggestion("o", zh: "把 notify 设为 all", en: "set notify to all")
      default:
        Suggestion("o", zh: "把 with 设为 semaphores", en: "set with to semaphores")
      }
    },
    spawnable: [BoundedBuffer.produce, BoundedBuffer.consume],
    main: BoundedBuffer.main)
}
