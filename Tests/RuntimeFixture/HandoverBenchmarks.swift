import ProcModel
import ProcRuntime

extension Fixture {
  /// The same as scripts/handovers.py measures of CPython.
  static let handoverBenchmarks: [String: Main] = [
    "bench-manager": { _ in
      let dict = try Manager().dict(Int.self, Int.self)
      try measure("Manager dict set+get", 20_000) { count in
        for number in 0..<count {
          try dict.set(number % 100, number)
          _ = try dict[number % 100]
        }
      }
    },
    "bench-pool": { _ in
      try withExecutor(try ProcessPoolExecutor(maxWorkers: 2)) { pool in
        _ = try pool.submit(square, 1).result()
        try measure("Process pool, task by task", 10_000) { count in
          for number in 0..<count { _ = try pool.submit(square, number).result() }
        }
        try measure("Process pool, map", 20_000) { count in
          _ = try pool.map(square, Array(0..<count)).all()
        }
      }
    },
    "bench-thread-pool": { _ in
      try withExecutor(try ThreadPoolExecutor(maxWorkers: 2)) { pool in
        try measure("Thread pool, map", 20_000) { count in
          _ = try pool.map(square, Array(0..<count)).all()
        }
      }
    },
  ]
}
