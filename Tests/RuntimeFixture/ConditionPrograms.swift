import ProcModel
import ProcRuntime

extension Fixture {
  /// A place for numbers that is full when it holds `room`.
  struct Shelf: Codable, Sendable {
    let condition: Condition
    let stock: SharedArray<Int>
    let count: Value<Int>

    init(room: Int, condition: Condition) {
      self.condition = condition
      stock = SharedArray(Array(repeating: 0, count: room))
      count = Value(0, name: "count")
    }

    func put(_ number: Int) throws {
      try condition.withLock {
        while count.get() == stock.count { try condition.wait() }
        stock.set(count.get(), number)
        count.set(count.get() + 1)
        try condition.notifyAll()
      }
    }

    func get() throws -> Int {
      try condition.withLock {
        try condition.waitFor { count.get() > 0 }
        count.set(count.get() - 1)
        try condition.notifyAll()
        return stock.get(count.get())
      }
    }
  }

  static let fillsShelf = Target("fills-shelf") { (shelf: Shelf, first: Int, count: Int) in
    for number in first..<(first + count) { try shelf.put(number) }
  }
  static let emptiesShelf = Target("empties-shelf") { (shelf: Shelf, sum: Value<Int>, count: Int) in
    for _ in 0..<count {
      let number = try shelf.get()
      try sum.getLock().withLock { sum.set(sum.get() + number) }
    }
  }
  static let awaitsNotify = Target("awaits-notify") { (condition: Condition) in
    let isNotified = try condition.withLock { try condition.wait() }
    note("notified \(isNotified)")
  }
  static let awaitsNotifies = Target("awaits-notifies") {
    (condition: Condition, count: Value<Int>?) in
    while true {
      try condition.withLock {
        try condition.wait()
        if let count { count.set(count.get() + 1) }
      }
    }
  }

  static let conditionSpawnables: [any Spawnable] = [
    fillsShelf, emptiesShelf, awaitsNotify, awaitsNotifies,
  ]

  static let conditionPrograms: [String: Main] = [
    "condition-basics": { _ in try conditionBasics() },
    "shelf": { arguments in
      let (pairs, count) = (Int(arguments[0]) ?? 2, Int(arguments[1]) ?? 10)
      let condition = arguments.last == "lock" ? Condition(lock: Lock()) : Condition(name: "shelf")
      let shelf = Shelf(room: 2, condition: condition)
      let sum = Value(0, name: "sum")
      try runAll(
        (0..<pairs).map { Process(target: fillsShelf, args: shelf, $0 * count, count) }
          + (0..<pairs).map { _ in Process(target: emptiesShelf, args: shelf, sum, count) })
      print(sum.get(), shelf.count.get())
    },
    "notify-in-turn": { arguments in try notifyInTurn(all: arguments.contains("all")) },
    "kill-waiters": { arguments in try killWaiters(rounds: Int(arguments[0]) ?? 5) },
    "notify-nobody": { _ in
      let condition = Condition(name: "bell")
      try condition.withLock { try condition.notify() }
      let child = Process(target: awaitsNotify, args: condition)
      try child.start()
      try child.join()
    },
    "two-waiters": { _ in
      let condition = Condition(name: "bell")
      let children = (0..<2).map { _ in Process(target: awaitsNotify, args: condition) }
      for child in children { try child.start() }
      try condition.withLock { try condition.notify() }
      for child in children { try child.join() }
    },
  ]

  private static func conditionBasics() throws {
    let lock = RLock(name: "door")
    let bell = Condition(lock: lock, name: "bell")
    do { try bell.wait() } catch { print("\(error)") }
    do { try bell.notify() } catch { print("\(error)") }
    try bell.acquire()
    try lock.acquire()
    try lock.acquire()
    print(try bell.wait(timeout: .milliseconds(20)), lock.owner != nil)
    print(try bell.waitFor { true }, try bell.waitFor({ false }, timeout: .milliseconds(20)))
    print(try bell.waitFor({ false }, timeout: .zero))
    for _ in 0..<3 { try bell.release() }
    do { try bell.release() } catch { print("\(error)") }
    let plain = Condition(lock: Lock())
    try plain.withLock {
      try plain.notifyAll()
      print(try plain.wait(timeout: .milliseconds(20)))
    }
  }

  /// Three children wait, each since it was told to; then they are woken.
  private static func notifyInTurn(all: Bool) throws {
    let condition = Condition(name: "bell")
    let children = (0..<3).map { _ in Process(target: awaitsNotify, args: condition) }
    for child in children {
      try child.start()
      _ = try input()
    }
    if all { try condition.withLock { try condition.notifyAll() } }
    for _ in children where !all {
      try condition.withLock { try condition.notify() }
      _ = try input()
    }
    for child in children { try child.join() }
  }

  /// Kills processes that wait for notifies, at any moment.
  private static func killWaiters(rounds: Int) throws {
    let condition = Condition(name: "bell")
    let count = Value(0, name: "count")
    let survivor = Process(target: awaitsNotifies, args: condition, Optional(count))
    try survivor.start()
    for _ in 0..<rounds {
      let victim = Process(target: awaitsNotifies, args: condition, Value<Int>?.none)
      try victim.start()
      sleep(.microseconds(Int.random(in: 0...9_000)))
      try condition.withLock { try condition.notify(2) }
      try victim.kill()
      try victim.join()
      let before = count.get()
      while count.get() == before {
        try condition.withLock { try condition.notify() }
        sleep(.milliseconds(1))
      }
    }
    try survivor.kill()
    try survivor.join()
    print("survived", rounds)
  }
}
