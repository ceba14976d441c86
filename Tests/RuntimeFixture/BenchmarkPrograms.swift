import Glibc
import ProcModel
import ProcRuntime

extension Fixture {
  /// What docs/benchmarks.md measures of the runtime, group `runtime`: `bench-NAME METHOD COUNT` does
  /// something so often and prints the nanoseconds of one. scripts/yardstick.py does the same in
  /// CPython.
  static let benchmarkPrograms: [String: Main] = [
    "bench-start": { arguments in
      try measure(arguments) { count in
        for _ in 0..<count { try runAll([Process(target: returns)]) }
      }
    },
    "bench-queue-pair": { arguments in
      let queue = Queue<Int>(maxSize: 1000)
      try measure(arguments) { count in
        let child = Process(target: putsMany, args: queue, count)
        try child.start()
        for _ in 0..<count { _ = try queue.get() }
        try child.join()
      }
    },
    "bench-counter": { arguments in
      let (value, lock) = (Value(0), RLock())
      try measure(arguments) { count in
        try runAll((0..<4).map { _ in Process(target: countsLocked, args: value, lock, count / 4) })
      }
    },
    "bench-rlock": { arguments in
      let lock = RLock()
      try measure(arguments) { try takeAndGive(lock, $0) }
    },
    "bench-rlock-contended": { arguments in
      let lock = RLock()
      try measure(arguments) { count in
        let child = Process(target: takesAndGives, args: lock, count / 2)
        try child.start()
        try takeAndGive(lock, count / 2)
        try child.join()
      }
    },
    "bench-manager": { arguments in
      let dict = try Manager().dict(Int.self, Int.self)
      try dict.set(0, 0)
      try measure(arguments) { count in
        for number in 0..<count / 2 {
          try dict.set(number % 100, number)
          _ = try dict[number % 100]
        }
      }
    },
    "bench-pool": { arguments in
      try withExecutor(try ProcessPoolExecutor(maxWorkers: 2)) { pool in
        _ = try pool.submit(square, 1).result()
        try measure(arguments) { count in
          for number in 0..<count { _ = try pool.submit(square, number).result() }
        }
      }
    },
    "bench-pool-map": { arguments in
      try withExecutor(try ProcessPoolExecutor(maxWorkers: 2)) { pool in
        _ = try pool.submit(square, 1).result()
        try measure(arguments) { count in _ = try pool.map(square, Array(0..<count)).all() }
      }
    },
    // Nothing but events: what writing one costs.
    "bench-emit": { arguments in
      let counter = Runtime.nextObjectID()
      try measure(arguments) { count in
        for number in 0..<count {
          Tracer.emit(.valueWrite, object: counter, value: Int64(number))
        }
      }
    },
  ]

  static let benchmarkSpawnables: [any Spawnable] = [putsMany, takesAndGives, countsLocked]

  static let putsMany = Target("puts-many") { (queue: Queue<Int>, count: Int) in
    for number in 0..<count { try queue.put(number) }
  }

  static let countsLocked = Target("counts-locked") {
    (value: Value<Int>, lock: RLock, count: Int) in
    for _ in 0..<count { try lock.withLock { value.set(value.get() + 1) } }
  }

  static let takesAndGives = Target("takes-and-gives") { (lock: RLock, count: Int) in
    try takeAndGive(lock, count)
  }

  private static func takeAndGive(_ lock: RLock, _ count: Int) throws {
    for _ in 0..<count {
      try lock.acquire()
      try lock.release()
    }
  }

  /// Does something as often as the arguments say, and prints the nanoseconds that one took: of the
  /// clock, and of this process's CPU time.
  private static func measure(_ arguments: [String], _ body: (Int) throws -> Void) throws {
    let count = arguments.first.flatMap { Int($0) } ?? 1000
    let (begin, cpu) = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
    try body(count)
    let times = [
      seconds(CLOCK_MONOTONIC) - begin, seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu,
    ].map { String($0 / Double(count) * 1e9) }
    // Past the library: it is no part of what is watched.
    puts(times.joined(separator: " "))
    fflush(nil)
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
