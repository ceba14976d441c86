import ProcModel
import ProcRuntime

extension Fixture {
  /// Figures for docs/benchmarks.md, each printed as nanoseconds per operation.
  static let benchmarkPrograms: [String: Main] = [
    "bench-rlock": { _ in
      let lock = RLock()
      try measure("RLock acquire+release", 2_000_000) { count in
        for _ in 0..<count {
          try lock.acquire()
          try lock.release()
        }
      }
    },
    "bench-lock": { _ in
      let lock = Lock()
      try measure("Lock acquire+release", 2_000_000) { count in
        for _ in 0..<count {
          try lock.acquire()
          try lock.release()
        }
      }
    },
    "bench-queue": { _ in
      let queue = Queue<Int>()
      try measure("Queue put+get, one process", 200_000) { count in
        for number in 0..<count {
          try queue.put(number)
          _ = try queue.get()
        }
      }
    },
    "bench-queue-pair": { _ in
      let queue = Queue<Int>(maxSize: 1000)
      try measure("Queue put to get, two processes", 200_000) { count in
        let child = Process(target: putsMany, args: queue, count)
        try child.start()
        for _ in 0..<count { _ = try queue.get() }
        try child.join()
      }
    },
    "bench-value": { _ in
      let value = Value(0)
      try measure("Value get+set", 2_000_000) { count in
        for _ in 0..<count { value.set(value.get() &+ 1) }
      }
    },
    "bench-start": { _ in
      try measure("Process start+join, \(getStartMethod().name)", 300) { count in
        for _ in 0..<count { try runAll([Process(target: returns)]) }
      }
    },
  ]

  static let putsMany = Target("puts-many") { (queue: Queue<Int>, count: Int) in
    for number in 0..<count { try queue.put(number) }
  }

  static func measure(_ what: String, _ count: Int, _ body: (Int) throws -> Void) throws {
    let clock = ContinuousClock()
    let time = try clock.measure { try body(count) }
    let (seconds, attoseconds) = time.components
    let nanoseconds = Double(seconds) * 1e9 + Double(attoseconds) / 1e9
    print("\(what): \(Int(nanoseconds / Double(count))) ns")
  }
}
