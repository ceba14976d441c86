import Glibc
import ProcModel
import ProcRuntime

extension Fixture {
  static let square = Function("square") { (number: Int) in number * number }
  static let join = Function("join") { (text: String, numbers: [Int]) in
    text + numbers.map(String.init).joined(separator: "+")
  }
  static let whoAmI = Function("who-am-i") { (milliseconds: Int) in
    sleep(.milliseconds(milliseconds))
    return "\(currentProcess().pid ?? 0) \(currentThread()?.name ?? currentProcess().name)"
  }
  static let failsAt = Function("fails-at") { (number: Int, bad: Int) throws -> Int in
    if number == bad { throw Complaint(text: "not \(number)") }
    return number
  }
  static let copies = Function("copies") { (bytes: [UInt8], times: Int) in
    [UInt8](Array(repeating: bytes, count: times).joined())
  }
  static let diesAt = Function("dies-at") { (number: Int, bad: Int) in
    if number == bad { killProcess(getpid()) }
    return number
  }
  /// Says that it has begun, and ends when it is told to.
  static let waitsFor = Function("waits-for") { (begun: Queue<Int>, go: Queue<Int>) in
    try begun.put(Int(getpid()))
    return try go.get()
  }
  static let exitsAt = Function("exits-at") { (number: Int, bad: Int) in
    if number == bad { Glibc._exit(0) }
    return number
  }
  static let unknownFunction = Function("unknown-function") { 1 }

  /// Has a pool at work, and is killed.
  static let ownsPool = Target("owns-pool") { (answer: Queue<Int>) in
    let pool = try ProcessPoolExecutor(maxWorkers: 3)
    let pids = try pool.map(whoAmI, [20, 20, 20]).all().compactMap {
      Int($0.split(separator: " ")[0])
    }
    for pid in Set(pids) { try answer.put(pid) }
    try answer.put(0)
    while true { sleep(.seconds(60)) }
  }

  /// Threads of a child that meet at the mutexes of their pool all the time.
  static let floodsThreads = Target("floods-threads") { (tasks: Int) in
    let pool = try ThreadPoolExecutor(maxWorkers: 4)
    print(try pool.map(square, Array(0..<tasks)).all().count)
    try pool.shutdown()
  }

  static let poolSpawnables: [any Spawnable] = [
    floodsThreads, square, join, whoAmI, failsAt, copies, diesAt, waitsFor, exitsAt, ownsPool,
  ]

  static let poolPrograms: [String: Main] = [
    "pool-lesson": { arguments in
      try poolLesson(executor(arguments[0], Int(arguments[1]) ?? 5), Int(arguments[2]) ?? 10)
    },
    "pool-basics": { arguments in try poolBasics(executor(arguments[0], 3)) },
    "pool-cancel": { arguments in try poolCancel(executor(arguments[0], 1)) },
    "pool-map-fails": { arguments in try poolMapFails(executor(arguments[0], 2)) },
    "pool-flood": { arguments in
      let workers = arguments.count > 2 ? Int(arguments[2]) ?? 4 : 4
      try poolFlood(executor(arguments[0], workers), Int(arguments[1]) ?? 1000)
    },
    "pool-in-child": { arguments in
      for _ in 0..<5 {
        try runAll([Process(target: floodsThreads, args: Int(arguments[0]) ?? 500)])
      }
    },
    "pool-big": { _ in try poolBig() },
    "pool-on-demand": { _ in try poolOnDemand() },
    "pool-dies": { arguments in try poolDies(Int(arguments[0]) ?? 3) },
    "pool-exits": { _ in try poolExits() },
    "pool-kill": { arguments in
      try poolKill(rounds: Int(arguments[0]) ?? 5, seed: UInt64(arguments[1]) ?? 1)
    },
    "pool-orphans": { _ in try poolOrphans() },
    "pool-not-shut-down": { arguments in
      _ = try executor(arguments[0], 2).submit(whoAmI, 30)
      _ = try executor(arguments[0], 2).submit(square, 3)
      print("main is done")
    },
    "pool-misuse": { _ in try poolMisuse() },
    "pool-cancel-race": { arguments in try cancelRace(rounds: Int(arguments[0]) ?? 200) },
    "pool-threads": { _ in try poolThreads() },
  ]

  /// An executor of the kind that a test asks for.
  static func executor(_ kind: String, _ workers: Int) throws -> any Executor {
    kind == "thread"
      ? try ThreadPoolExecutor(maxWorkers: workers) : try ProcessPoolExecutor(maxWorkers: workers)
  }
}

extension Fixture {
  private static func poolLesson(_ pool: any Executor, _ tasks: Int) throws {
    let futures = try (0..<tasks).map { _ in try pool.submit(whoAmI, 100) }
    let workers = try futures.map { try $0.result() }
    try pool.shutdown()
    print("workers", Set(workers).count)
    print(Set(workers.compactMap { $0.split(separator: " ").last }).sorted().joined(separator: " "))
  }

  private static func poolBasics(_ pool: any Executor) throws {
    print(try pool.submit(square, 7).result())
    print(try pool.submit(join, "n=", [1, 2]).result())
    print(try pool.map(square, Array(0..<20)).all())
    print(try pool.map(failsAt, [1, 2, 3], [9, 9]).all())
    let failing = try pool.submit(failsAt, 1, 1)
    do { print(try failing.result()) } catch { print("\(type(of: error)): \(error)") }
    print(try failing.exception() != nil, failing.done(), failing.cancelled(), failing.cancel())
    let seen = Queue<Int>()
    let future = try pool.submit(square, 9)
    future.addDoneCallback { _ in try? seen.put(1) }
    print(try future.result(), try seen.get(timeout: .seconds(20)))
    future.addDoneCallback { _ in try? seen.put(2) }
    print(try seen.get(timeout: .seconds(20)))
    try pool.shutdown()
    do { _ = try pool.submit(square, 1) } catch { print(error) }
    try pool.shutdown()
  }

  private static func poolCancel(_ pool: any Executor) throws {
    let begun = Queue<Int>()
    let go = Queue<Int>()
    let first = try pool.submit(waitsFor, begun, go)
    let second = try pool.submit(square, 5)
    let third = try pool.submit(square, 6)
    _ = try begun.get()
    print(first.running(), first.cancel(), first.done(), second.running())
    print(second.cancel(), second.cancel(), second.cancelled(), second.done())
    do { _ = try second.result() } catch { print(error) }
    do { _ = try first.result(timeout: .milliseconds(10)) } catch { print(error) }
    try go.put(42)
    print(try first.result(), try third.result(), first.cancel(), first.running())
    let last = try pool.submit(waitsFor, begun, go)
    let never = try pool.submit(square, 8)
    _ = try begun.get()
    try pool.shutdown(wait: false, cancelFutures: true)
    try go.put(43)
    try pool.shutdown()
    print(try last.result(), never.cancelled())
  }

  private static func poolMapFails(_ pool: any Executor) throws {
    let results = try pool.map(failsAt, Array(0..<10), Array(repeating: 3, count: 10))
    do {
      while let result = try results.next() { print(result) }
    } catch { print(error) }
    print(try results.next() as Any)
    do { _ = try pool.map(whoAmI, [300, 300, 300], timeout: .milliseconds(30)).all() } catch {
      print(error)
    }
    try pool.shutdown()
  }

  private static func poolFlood(_ pool: any Executor, _ count: Int) throws {
    let futures = try (0..<count).map { try pool.submit(square, $0) }
    for (number, future) in futures.enumerated() where try future.result() != number * number {
      throw Complaint(text: "wrong result of \(number)")
    }
    try pool.shutdown()
    print("done", count)
  }

  private static func poolBig() throws {
    try withExecutor(try ProcessPoolExecutor(maxWorkers: 3)) { pool in
      let sizes = [0, 1, 400, 448, 449, 4096, 100_000, 3_000_000]
      let futures = try sizes.map { size in
        try pool.submit(copies, (0..<size).map { UInt8(truncatingIfNeeded: $0 * 7) }, 2)
      }
      for (size, future) in zip(sizes, futures) {
        let half = (0..<size).map { UInt8(truncatingIfNeeded: $0 * 7) }
        guard try future.result() == half + half else { throw Complaint(text: "\(size) torn") }
      }
    }
    print("whole")
  }

  private static func poolOnDemand() throws {
    let pool = try ProcessPoolExecutor(maxWorkers: 3)
    print(activeChildren().count)
    _ = try pool.submit(square, 1).result()
    print(activeChildren().count)
    _ = try pool.submit(square, 2).result()
    print(activeChildren().count)
    let begun = Queue<Int>()
    let go = Queue<Int>()
    let futures = try (0..<5).map { _ in try pool.submit(waitsFor, begun, go) }
    print(activeChildren().count)
    for number in 0..<5 { try go.put(number) }
    for future in futures { _ = try future.result() }
    try pool.shutdown()
    print(activeChildren().count)
  }

  private static func poolDies(_ bad: Int) throws {
    let pool = try ProcessPoolExecutor(maxWorkers: 2)
    var futures: [Future<Int>] = []
    // The worker may be dead before all are submitted.
    do {
      for number in 0..<20 { futures.append(try pool.submit(diesAt, number, bad)) }
    } catch is BrokenProcessPool {}
    var outcomes: [String] = []
    for future in futures {
      do { outcomes.append("\(try future.result())") } catch is BrokenProcessPool {
        outcomes.append("broken")
      }
    }
    print(outcomes[bad])
    do { _ = try pool.submit(square, 1) } catch is BrokenProcessPool { print("refused") }
    try pool.shutdown()
    print(activeChildren().count)
  }

  private static func poolExits() throws {
    let pool = try ProcessPoolExecutor(maxWorkers: 2)
    do { _ = try pool.submit(exitsAt, 1, 1).result() } catch is BrokenProcessPool {
      print("broken")
    }
    let idle = try ProcessPoolExecutor(maxWorkers: 2)
    let worker = try idle.submit(whoAmI, 0).result().split(separator: " ")[0]
    killProcess(Int32(worker) ?? 0)
    waitForEnd(Int32(worker) ?? 0)
    do { _ = try idle.submit(square, 1) } catch { print(type(of: error)) }
    try pool.shutdown()
    try idle.shutdown()
  }

  /// Kills a worker at any moment; each future must come to an end, with a result or as broken.
  private static func poolKill(rounds: Int, seed: UInt64) throws {
    var random = Chance(state: seed)
    var broken = 0
    for _ in 0..<rounds {
      let pool = try ProcessPoolExecutor(maxWorkers: 3)
      var futures: [Future<Int>] = []
      let moment = Int.random(in: 0..<200, using: &random)
      do {
        for number in 0..<200 {
          futures.append(try pool.submit(square, number))
          if number == moment {
            sleep(.microseconds(Int.random(in: 0..<4_000, using: &random)))
            try activeChildren().randomElement(using: &random)?.kill()
          }
        }
      } catch is BrokenProcessPool { broken += 1 }
      for (number, future) in futures.enumerated() {
        do {
          guard try future.result(timeout: .seconds(30)) == number * number else {
            throw Complaint(text: "wrong result")
          }
        } catch is BrokenProcessPool { broken += 1 }
      }
      try pool.shutdown()
      guard activeChildren().isEmpty else { throw Complaint(text: "a worker is left") }
    }
    print("survived", rounds)
    note("broken \(broken)")
  }

  private static func poolOrphans() throws {
    let answer = Queue<Int>()
    let owner = Process(target: ownsPool, args: answer)
    try owner.start()
    var workers: [Int32] = []
    while let pid = Optional(try answer.get()), pid != 0 { workers.append(Int32(pid)) }
    try owner.kill()
    try owner.join()
    for worker in workers { waitForEnd(worker) }
    print("workers ended", workers.count)
  }

  private static func poolMisuse() throws {
    do { _ = try ProcessPoolExecutor(maxWorkers: 0) } catch { print(error) }
    do { _ = try ThreadPoolExecutor(maxWorkers: -1) } catch { print(error) }
    let pool = try ProcessPoolExecutor(maxWorkers: 1)
    do { _ = try pool.submit(unknownFunction) } catch { print(error) }
    _ = try pool.submit(square, 1).result()
    try pool.shutdown(wait: false, cancelFutures: false)
    do { _ = try pool.submit(square, 1) } catch { print(error) }
  }

  /// Cancels tasks while workers take them: each either runs or is cancelled, never both.
  private static func cancelRace(rounds: Int) throws {
    let pool = try ProcessPoolExecutor(maxWorkers: 3)
    var cancelled = 0
    for number in 0..<rounds {
      let futures = try (0..<10).map { try pool.submit(square, number + $0) }
      let verdicts = futures.reversed().map { $0.cancel() }.reversed()
      for (place, (future, isCancelled)) in zip(futures, verdicts).enumerated() {
        if isCancelled {
          cancelled += 1
          do {
            _ = try future.result()
            throw Complaint(text: "a cancelled task has a result")
          } catch is CancelledError {}
        } else if try future.result() != (number + place) * (number + place) {
          throw Complaint(text: "wrong result")
        }
      }
    }
    try pool.shutdown()
    print("exact")
    note("cancelled \(cancelled)")
  }

  /// Several threads wait for results of one process pool.
  private static func poolThreads() throws {
    setStartMethod(.spawn)
    let pool = try ProcessPoolExecutor(maxWorkers: 3)
    let futures = Box(try (0..<200).map { try pool.submit(square, $0) })
    let sums = try (0..<5).map { part in
      let waiter = Waiter(futures, part)
      try waiter.start()
      return waiter
    }
    for waiter in sums { try waiter.join() }
    try pool.shutdown()
    let expected = (0..<200).reduce(0) { $0 + $1 * $1 }
    print(sums.reduce(0) { $0 + $1.sum } == expected)
  }
}

/// Futures for several threads.
final class Box: Sendable {
  let futures: [Future<Int>]
  init(_ futures: [Future<Int>]) { self.futures = futures }
}

/// A thread that waits for every fifth future.
final class Waiter: Thread {
  private let box: Box
  private let part: Int
  private(set) var sum = 0

  init(_ box: Box, _ part: Int) {
    self.box = box
    self.part = part
    super.init(name: nil, daemon: nil)
  }

  override func run() throws {
    for place in stride(from: part, to: box.futures.count, by: 5) {
      sum += try box.futures[place].result()
    }
  }
}
