import ProcModel
import ProcRuntime

extension Fixture {
  static let sharesRoom = Target("shares-room") { (room: RWLock, inside: Value<Int>) in
    try room.withReadLock {
      try inside.getLock().withLock { inside.set(inside.get() + 1) }
      while inside.get() < 2 { sleep(.milliseconds(1)) }
    }
  }
  static let copiesPair = Target("copies-pair") {
    (room: RWLock, left: Value<Int>, right: Value<Int>, count: Int) in
    for _ in 0..<count {
      let isWhole = try room.withReadLock { left.get() == right.get() }
      if !isWhole { throw Complaint(text: "half a write was read") }
      try room.withWriteLock {
        left.set(left.get() + 1)
        right.set(right.get() + 1)
      }
    }
  }
  static let holdsRoom = Target("holds-room") { (room: RWLock, isAlone: Bool, ready: Value<Int>) in
    if isAlone { try room.acquireWrite() } else { try room.acquireRead() }
    ready.set(1)
    sleep(.seconds(600))
  }

  static let rwlockSpawnables: [any Spawnable] = [sharesRoom, copiesPair, holdsRoom]

  static let rwlockPrograms: [String: Main] = [
    "two-readers": { _ in
      let (room, inside) = (RWLock(name: "room"), Value(0, name: "inside"))
      try runAll((0..<2).map { _ in Process(target: sharesRoom, args: room, inside) })
      print(inside.get())
    },
    "copy-pairs": { arguments in
      let (room, left, right) = (RWLock(name: "room"), Value(0), Value(0))
      let count = Int(arguments[1]) ?? 10
      let copiers = (0..<(Int(arguments[0]) ?? 2)).map { _ in
        Process(target: copiesPair, args: room, left, right, count)
      }
      try runAll(copiers)
      print(left.get(), right.get(), copiers.allSatisfy { $0.exitCode == 0 })
    },
    "copy-pairs-in-threads": { arguments in
      let (room, left, right) = (RWLock(name: "room"), Value(0), Value(0))
      let count = Int(arguments[0]) ?? 10
      let threads = (0..<3).map { _ in
        Thread(target: copiesPair, args: room, left, right, count)
      }
      for thread in threads { try thread.start() }
      for thread in threads { try thread.join() }
      print(left.get(), right.get())
    },
    "rwlock-basics": { _ in try rwlockBasics() },
    "killed-room": { arguments in try killedRoom(isAlone: arguments[0] == "alone") },
  ]

  private static func rwlockBasics() throws {
    let room = RWLock()
    note(room.name)
    do { try room.release() } catch { note("\(error)") }
    do { try room.acquireRead(blocking: false, timeout: .seconds(1)) } catch { note("\(error)") }
    note("\(try room.acquireRead()) \(try room.acquireRead())")
    let isTaken = try room.acquireWrite(blocking: false)
    note("\(isTaken) \(try room.acquireWrite(timeout: .milliseconds(20)))")
    try room.release()
    try room.release()
    note("\(try room.acquireWrite(blocking: false)) \(try room.acquireRead(blocking: false))")
    try room.release()
    do { try room.release() } catch { note("\(error)") }
  }

  /// Somebody holds it and is killed; then it is to be had.
  private static func killedRoom(isAlone: Bool) throws {
    let (room, ready) = (RWLock(name: "room"), Value(0, name: "ready"))
    let holder = Process(target: holdsRoom, args: room, isAlone, ready)
    try holder.start()
    while ready.get() == 0 { sleep(.milliseconds(1)) }
    note("\(try room.acquireWrite(blocking: false))")
    try holder.kill()
    note("\(try room.acquireWrite(timeout: .seconds(60))) \(room.wasAbandoned)")
    try room.markConsistent()
    note("\(room.wasAbandoned)")
    try room.release()
    note("\(try room.acquireRead(blocking: false))")
    try room.release()
  }
}
