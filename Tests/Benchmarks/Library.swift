import Glibc
import ProcModel
import ProcSession

/// The runtime beside CPython's multiprocessing, which does the same (scripts/yardstick.py), both as
/// fast as they can on this machine.
enum Library {
  private static let rounds = 5

  /// Something that both can do.
  private struct Task {
    let what: String
    let name: String
    var method = "fork"
    /// How often, ours and theirs: each takes a fraction of a second.
    let count: (ours: Int, theirs: Int)
    /// How many times as fast as CPython it must be.
    var wanted = 2.0
    /// Whether it must be no slower than CPython while it is traced.
    var isWatched = false
  }

  private static let tasks = [
    Task(what: "start + join, fork", name: "start", count: (1000, 200), wanted: 5),
    Task(what: "start + join, spawn", name: "start", method: "spawn", count: (100, 8), wanted: 8),
    Task(
      what: "Queue, from process to process", name: "queue-pair", count: (200_000, 50_000),
      isWatched: true),
    Task(what: "RLock, alone", name: "rlock", count: (10_000_000, 3_000_000)),
    Task(what: "RLock, two processes", name: "rlock-contended", count: (4_000_000, 1_000_000)),
    Task(
      what: "manager's dict, set or get", name: "manager", count: (40_000, 10_000),
      isWatched: true),
    Task(what: "pool, task by task", name: "pool", count: (15_000, 2_000), isWatched: true),
    Task(what: "pool, map", name: "pool-map", count: (50_000, 5_000), isWatched: true),
  ]

  static func run() throws -> [Figure] {
    guard let python = Command.find("python3"), isUsable(python) else {
      return [
        Figure(
          what: "the runtime beside CPython", measured: "left out: there is no python3")
      ]
    }
    return try tasks.flatMap { try figures($0, python) }
  }

  private static func isUsable(_ python: String) -> Bool {
    let words = ["import concurrent.futures, multiprocessing; print(0)"]
    return (try? Command([python, "-c"] + words).number()) == 0
  }

  private static func figures(_ task: Task, _ python: String) throws -> [Figure] {
    var watched: [Double] = []
    let pairs = try Pairs(rounds: rounds) {
      watched.append(try Self.watched(task))
      return try Command(words(task)).number()
    } theirs: {
      try Command(
        [python, yardstick, task.name, task.method, "\(task.count.theirs)"]
      ).number()
    }
    let traced = Samples(zip(watched.dropFirst(), pairs.theirs.values).map { $1 / $0 })
    let ratio = pairs.inverseRatios
    return [
      Figure(
        what: "\(task.what): µs, ours; CPython's; median of \(rounds)",
        measured: "\(micro(pairs.ours)); \(micro(pairs.theirs))"),
      Figure(
        what: "\(task.what): times as fast as CPython", measured: ratio.text(decimals: 1),
        wanted: "≥ \(Int(task.wanted))", isReached: ratio.median >= task.wanted),
      Figure(
        what: "\(task.what): the same, watched", measured: traced.text(decimals: 2),
        wanted: task.isWatched ? "≥ 1" : "",
        isReached: !task.isWatched || traced.median >= 1),
    ]
  }

  private static func micro(_ samples: Samples) -> String {
    Samples(samples.values.map { $0 / 1000 }).text(decimals: samples.median < 1000 ? 3 : 1)
  }

  /// Where the counterpart lies: the build folder is in the package.
  private static let yardstick = "scripts/yardstick.py"

  private static func words(_ task: Task) throws -> [String] {
    [
      try Measuring.built("RuntimeFixture"), "bench-\(task.name)", task.method,
      "\(task.count.ours)",
    ]
  }

  /// The nanoseconds while a session takes, checks and reduces all that is reported.
  private static func watched(_ task: Task) throws -> Double {
    // An event costs more than most of these operations, so it is done less often.
    let words = try Array(words(task).dropLast()) + ["\(task.count.theirs)"]
    let session = try Session(Launch(executable: words[0], arguments: words))
    var run = Run()
    var figure: Double?
    while !session.isFinished {
      let events = session.collect()
      for event in events {
        run.append(event)
        guard event.kind == EventKind.output else { continue }
        figure = event.text.split(separator: " ").first.flatMap { Double($0) }
      }
      if events.isEmpty {
        var wait = pollfd(fd: session.descriptor, events: Int16(POLLIN), revents: 0)
        poll(&wait, 1, -1)
      }
    }
    guard let figure, run.world.lostCount == 0 else {
      throw BenchmarkError(description: "\(task.what) does not say how long it took")
    }
    return figure
  }
}
