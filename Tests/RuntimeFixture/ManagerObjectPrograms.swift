import ProcModel
import ProcRuntime

extension Fixture {
  static let addsUp = Target("adds-up") {
    (space: NamespaceProxy, total: ValueProxy<Int>, seen: SetProxy<Int>, lock: Lock, me: Int) in
    for number in 0..<5 {
      try lock.withLock {
        try total.set(try total.get() + 1)
        try space.set("last", me)
      }
      try seen.add(me * 10 + number)
    }
  }
  static let setsAndTakes = Target("sets-and-takes") {
    (event: ProcRuntime.Event, units: BoundedSemaphore) in
    try units.acquire()
    event.set()
  }
  static let answersOnce = Target("answers-once") { (queue: JoinableQueue<String>) in
    _ = try queue.get()
    try queue.taskDone()
  }

  static let managerObjectSpawnables: [any Spawnable] = [addsUp, setsAndTakes, answersOnce]

  static let managerObjectPrograms: [String: Main] = [
    "manager-objects": { arguments in try managerObjects(Int(arguments[0]) ?? 2) },
    "manager-namespace": { _ in try managerNamespace() },
    "manager-set": { _ in try managerSet() },
    "manager-array": { _ in try managerArray() },
  ]

  private static func managerObjects(_ workers: Int) throws {
    let manager = try Manager()
    let space = try manager.namespace(name: "shared")
    let total = try manager.value(0, name: "total")
    let seen = try manager.set([Int]())
    let lock = manager.lock()
    let queue = manager.joinableQueue(String.self)
    let (event, units) = (manager.event(), manager.boundedSemaphore(2))
    try runAll((0..<workers).map { Process(target: addsUp, args: space, total, seen, lock, $0) })
    let told = Process(target: setsAndTakes, args: event, units)
    try told.start()
    try event.wait()
    try told.join()
    let child = Process(target: answersOnce, args: queue)
    try child.start()
    try queue.put("hello")
    try queue.join()
    try child.join()
    let last = try space.get("last", Int.self)
    print(try total.get(), (0..<workers).contains(last), try seen.count)
    try manager.shutdown()
  }

  private static func managerNamespace() throws {
    let space = try Manager().namespace()
    try space.set("x", 1)
    try space.set("y", ["a", "b"])
    print(space.name, try space.get("x", Int.self), try space.get("y", [String].self))
    print(try space.contains("x"), try space.contains("z"))
    try space.remove("x")
    do { _ = try space.get("x", Int.self) } catch { print("\(error)") }
    do { try space.remove("z") } catch { print("\(error)") }
    do { _ = try space.get("y", Int.self) } catch { print(error is DecodingError) }
  }

  private static func managerSet() throws {
    let set = try Manager().set(["b", "a"])
    try set.add("c")
    try set.add("a")
    print(set, try set.count, try set.contains("a"), try set.contains("z"))
    try set.discard("z")
    try set.remove("a")
    do { try set.remove("a") } catch { print("\(error)") }
    try set.update(["d", "e"])
    print(try set.copy().sorted(), try set.pop(), try set.pop())
    try set.clear()
    do { _ = try set.pop() } catch { print("\(error)") }
    print(set)
  }

  private static func managerArray() throws {
    let array = try Manager().array([1.5, 2.5])
    try array.set(-1, 3.5)
    print(array.name, array, try array[0], try array.count, try array.copy())
    do { try array.set(2, 0) } catch { print("\(error)") }
    do { _ = try array[-3] } catch { print("\(error)") }
  }
}
