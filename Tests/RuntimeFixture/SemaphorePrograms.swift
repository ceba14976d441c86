import ProcModel
import ProcRuntime

extension Fixture {
  static let entersRoom = Target("enters-room") {
    (room: Semaphore, people: Value<Int>, count: Int) in
    for _ in 0..<count {
      try room.withAcquired {
        let inside = try people.getLock().withLock {
          people.set(people.get() + 1)
          return people.get()
        }
        if inside > 2 { throw Complaint(text: "\(inside) in a room for 2") }
        try people.getLock().withLock { people.set(people.get() - 1) }
      }
    }
  }
  static let takesUnits = Target("takes-units") { (units: Semaphore, taken: Value<Int>?) in
    while true {
      try units.acquire()
      if let taken { taken.set(taken.get() + 1) }
    }
  }
  static let awaitsFlag = Target("awaits-flag") { (flag: ProcRuntime.Event) in
    note("woken \(try flag.wait())")
  }

  static let semaphoreSpawnables: [any Spawnable] = [entersRoom, takesUnits, awaitsFlag]

  static let semaphorePrograms: [String: Main] = [
    "semaphore-basics": { _ in try semaphoreBasics() },
    "room-for-two": { arguments in
      let (people, count) = (Int(arguments[0]) ?? 3, Int(arguments[1]) ?? 10)
      let room = BoundedSemaphore(2, name: "room")
      let inside = Value(0, name: "inside")
      let visitors = (0..<people).map { _ in
        Process(target: entersRoom, args: room as Semaphore, inside, count)
      }
      try runAll(visitors)
      print(visitors.map { $0.exitCode ?? -1 })
      do { try room.release() } catch { print("\(error)") }
    },
    "kill-takers-of-units": { arguments in try killTakersOfUnits(rounds: Int(arguments[0]) ?? 5) },
    "event-basics": { _ in try eventBasics() },
    "event-pulse": { _ in
      let flag = ProcRuntime.Event(name: "flag")
      let children = (0..<2).map { _ in Process(target: awaitsFlag, args: flag) }
      for child in children { try child.start() }
      _ = try input()
      flag.set()
      flag.clear()
      for child in children { try child.join() }
    },
    "wait-for-unit": { _ in
      let units = Semaphore(0, name: "units")
      let child = Process(target: takesUnits, args: units, Value<Int>?.none)
      try child.start()
      _ = try input()
      try units.release()
      _ = try input()
      try child.kill()
      try child.join()
    },
  ]

  private static func semaphoreBasics() throws {
    let units = Semaphore(2, name: "units")
    print(try units.acquire(), try units.acquire(timeout: .seconds(1)))
    print(try units.acquire(blocking: false), try units.acquire(timeout: .milliseconds(20)))
    do { try units.acquire(blocking: false, timeout: .seconds(1)) } catch { print("\(error)") }
    try units.release(2)
    try units.release()
    print(try (0..<4).map { _ in try units.acquire(blocking: false) })
    let bounded = BoundedSemaphore(1)
    try bounded.acquire()
    try bounded.release()
    do { try bounded.release() } catch { print("\(error)") }
    let full = Semaphore(Int(Int32.max))
    do { try full.release() } catch { print("\(error)") }
  }

  private static func eventBasics() throws {
    let flag = ProcRuntime.Event(name: "flag")
    print(flag.isSet(), try flag.wait(timeout: .zero), try flag.wait(timeout: .milliseconds(20)))
    flag.set()
    flag.set()
    print(flag.isSet(), try flag.wait(), try flag.wait(timeout: .zero))
    flag.clear()
    print(flag.isSet(), try flag.wait(timeout: .milliseconds(20)))
  }

  /// Kills processes that wait for units, at any moment: each takes at most one unit with it.
  private static func killTakersOfUnits(rounds: Int) throws {
    let units = Semaphore(0, name: "units")
    let taken = Value(0, name: "taken")
    let survivor = Process(target: takesUnits, args: units, Optional(taken))
    try survivor.start()
    for _ in 0..<rounds {
      let victim = Process(target: takesUnits, args: units, Value<Int>?.none)
      try victim.start()
      sleep(.microseconds(Int.random(in: 0...9_000)))
      let before = taken.get()
      try units.release()
      try victim.kill()
      try victim.join()
      try units.release()
      while taken.get() == before { sleep(.milliseconds(1)) }
    }
    try survivor.kill()
    try survivor.join()
    print("survived", rounds)
  }
}
