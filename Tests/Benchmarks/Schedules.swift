import Glibc
import ProcSchedule
import ProcSession

/// How many schedules a second are tried with real processes, beside bare processes in C.
enum Schedules {
  private static let count = 2_000
  private static let rounds = 5
  private static let jobs = Int32(sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  static func run() throws -> [Figure] {
    try [1, 5].flatMap { try figures(iterations: $0) }
  }

  /// The rates of one kind of run, and of the same processes in C, measured in turn.
  private static func figures(iterations: Int) throws -> [Figure] {
    var rates: [Double] = []
    var ratios: [Double] = []
    for _ in 0..<rounds {
      let rate = try rate(iterations: iterations)
      let perJob = count / Int(jobs)
      let bare = try bareSeconds(rounds: perJob)
      rates.append(rate)
      ratios.append(Double(perJob * Int(jobs)) / bare / rate)
    }
    let middle = Measuring.percentile(0.5, of: rates)
    let name = "`counter`, 2 workers, \(iterations) iteration\(iterations == 1 ? "" : "s")"
    return [
      Figure(
        what: "schedules a second, \(name), \(jobs) jobs, median of \(rounds) × \(count)",
        measured: Samples(rates).text(decimals: 0), wanted: "≥ 500", isReached: middle >= 500),
      Figure(
        what: "time of such a schedule, as a multiple of bare fork and wait in C",
        measured: Samples(ratios).text()),
    ]
  }

  /// The seconds that bare trees of three processes take in C, on as many CPUs.
  private static func bareSeconds(rounds: Int) throws -> Double {
    guard let output = popen("\(try Measuring.built("ForkTree")) \(jobs) \(rounds) 2", "r") else {
      throw BenchmarkError(description: "no bare processes")
    }
    defer { pclose(output) }
    var line = [CChar](repeating: 0, count: 64)
    guard fgets(&line, 64, output) != nil, case let seconds = atof(line), seconds > 0 else {
      throw BenchmarkError(description: "no bare processes")
    }
    return seconds
  }

  private static func rate(iterations: Int) throws -> Double {
    var request = Explorer.Request(
      Launch(
        executable: try Measuring.built("procviz"),
        arguments: ["procviz", "__scenario", "counter", "workers=2", "iterations=\(iterations)"]),
      RandomStrategy(seed: 1))
    request.maxSchedules = count
    let begin = Measuring.now()
    let explorer = try Explorer(request)
    explorer.waitUntilOver()
    let progress = explorer.progress()
    guard progress.counts.schedules == count else {
      throw BenchmarkError(description: "\(progress.counts.schedules) schedules: \(progress)")
    }
    return Double(count) / (Measuring.now() - begin)
  }
}
