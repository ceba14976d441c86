import Glibc
import ProcModel
import ProcRuntime

extension Fixture {
  static let increments = Target("increments") {
    (lock: RLock?, counter: Value<Int>, count: Int) in
    for _ in 0..<count {
      try lock?.acquire()
      counter.set(counter.get() + 1)
      try lock?.release()
    }
  }
  static let locksPlainly = Target("locks-plainly") {
    (lock: Lock, counter: Value<Int>, count: Int) in
    for _ in 0..<count { try lock.withLock { counter.set(counter.get() + 1) } }
  }
  static let holdsForEver = Target("holds-for-ever") { (lock: Lock) in
    try lock.acquire()
    sleep(.seconds(600))
  }
  static let takesForEver = Target("takes-for-ever") { (lock: RLock, counter: Value<Int>) in
    while true { try lock.withLock { counter.set(counter.get() + 1) } }
  }
  static let takesOver = Target("takes-over") { (lock: Lock) in
    let got = try lock.acquire(timeout: .seconds(60))
    note(
      "got \(got) abandoned \(lock.wasAbandoned) mine \(lock.owner?.pid == currentProcess().pid)")
    try lock.markConsistent()
    note("abandoned \(lock.wasAbandoned) mine \(lock.owner?.pid == currentProcess().pid)")
    try lock.release()
    note("abandoned \(lock.wasAbandoned) owner \(lock.owner == nil)")
    do { try lock.markConsistent() } catch { note("\(error)") }
    try lock.withLock { try lock.markConsistent() }
  }
  static let releases = Target("releases") { (lock: Lock) in try lock.release() }
  static let releasesAnothers = Target("releases-anothers") { (lock: RLock) in
    do { try lock.release() } catch { note("\(error)") }
    note("got \(try lock.acquire(timeout: .milliseconds(20)))")
    note("got \(try lock.acquire(blocking: false))")
  }
  /// Holds one lock, tells that it does, and waits for the next.
  static let holdsAndTakes = Target("holds-and-takes") {
    (mine: Lock, next: Lock, holding: ProcRuntime.Semaphore, go: ProcRuntime.Event) in
    try mine.acquire()
    try holding.release()
    try go.wait()
    try next.acquire()
  }
  static let takesOnce = Target("takes-once") { (lock: RLock) in
    try lock.withLock { sleep(.milliseconds(1)) }
  }

  static let lockSpawnables: [any Spawnable] = [
    increments, locksPlainly, holdsForEver, takesForEver, takesOver, releases, releasesAnothers,
    holdsAndTakes, takesOnce,
  ]

  static let lockPrograms: [String: Main] = [
    "increments": { arguments in
      let (processes, count) = (Int(arguments[0]) ?? 2, Int(arguments[1]) ?? 10)
      let counter = Value(0, name: "counter")
      let lock = arguments.last == "unlocked" ? nil : RLock()
      try runAll(
        (0..<processes).map { _ in Process(target: increments, args: lock, counter, count) })
      print(counter.get())
    },
    // Each thread waits for the lock of the one after it; the last one for a lock that nobody gives.
    "lock-chain": { arguments in
      let count = Int(arguments[0]) ?? 10
      let locks = (0...count).map { _ in Lock() }
      let (holding, go) = (ProcRuntime.Semaphore(0), ProcRuntime.Event())
      try locks[count].acquire()
      let threads = (0..<count).map {
        Thread(target: holdsAndTakes, args: locks[$0], locks[$0 + 1], holding, go)
      }
      for thread in threads { try thread.start() }
      for _ in threads { try holding.acquire() }
      print("all hold")
      go.set()
      for thread in threads { try thread.join() }
    },
    "plain-increments": { arguments in
      let (processes, count) = (Int(arguments[0]) ?? 2, Int(arguments[1]) ?? 10)
      let counter = Value(0, name: "counter")
      let lock = Lock()
      try runAll(
        (0..<processes).map { _ in Process(target: locksPlainly, args: lock, counter, count) })
      print(counter.get())
    },
    "killed-holder": { _ in
      let lock = Lock(name: "door")
      let holder = Process(target: holdsForEver, args: lock)
      let heir = Process(target: takesOver, args: lock)
      try holder.start()
      while lock.owner?.pid != holder.pid { sleep(.milliseconds(1)) }
      try heir.start()
      try holder.kill()
      try runAll([])
      try heir.join()
    },
    "kill-takers": { arguments in try killTakers(rounds: Int(arguments[0]) ?? 5) },
    "release-by-another": { _ in
      let lock = Lock()
      try lock.acquire()
      try runAll([Process(target: releases, args: lock)])
      note("free \(lock.owner == nil)")
      do { try lock.release() } catch { note("\(error)") }
      let rlock = RLock()
      try rlock.acquire()
      try rlock.acquire()
      try runAll([Process(target: releasesAnothers, args: rlock)])
      try rlock.release()
      try rlock.release()
      do { try rlock.release() } catch { note("\(error)") }
    },
    "wait-for-oneself": { _ in
      let lock = Lock()
      try lock.acquire()
      note("got \(try lock.acquire(timeout: .milliseconds(30)))")
    },
    "wait-cpu": { _ in
      let lock = RLock()
      try lock.acquire()
      let child = Process(target: takesOnce, args: lock)
      try child.start()
      sleep(.milliseconds(1500))
      note(String(processorTicks(of: child.pid ?? 0)))
      try lock.release()
      try child.join()
    },
  ]

  /// Kills processes that take and release a lock as fast as they can, again and again, and sees
  /// that the lock stays usable.
  private static func killTakers(rounds: Int) throws {
    let counter = Value(0, name: "counter")
    let lock = RLock()
    let survivor = Process(target: takesForEver, args: lock, counter)
    try survivor.start()
    for _ in 0..<rounds {
      let victim = Process(target: takesForEver, args: lock, counter)
      try victim.start()
      sleep(.microseconds(Int.random(in: 0...9_000)))
      try victim.kill()
      try victim.join()
      guard try lock.acquire(timeout: .seconds(20)) else { throw Complaint(text: "lock is stuck") }
      let before = counter.get()
      try lock.release()
      while counter.get() == before { sleep(.milliseconds(1)) }
    }
    try survivor.kill()
    try survivor.join()
    print("survived", rounds)
  }
}

/// The processor time that a process has used, in ticks of 10 ms (`proc_pid_stat(5)`).
private func processorTicks(of pid: Int32) -> Int {
  guard let file = fopen("/proc/\(pid)/stat", "r") else { return .max }
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 1024)
  fgets(&line, 1024, file)
  let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
  let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
  guard fields.count > 12, let user = Int(fields[11]), let system = Int(fields[12]) else {
    return .max
  }
  return user + system
}
