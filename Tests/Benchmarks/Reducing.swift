import ProcModel

/// How fast a stored trace becomes a run.
enum Reducing {
  private static let rounds = 7

  static func run() throws -> [Figure] {
    let traces = try [
      StoredTrace("counter with its lock", "bench-counter", count: 250_000),
      StoredTrace("queue", "bench-queue-pair", count: 500_000),
      StoredTrace("manager", "bench-manager", count: 300_000),
      StoredTrace("pool", "bench-pool-map", count: 200_000),
    ]
    return try traces.map(reduced) + decoded(traces[0]) + traces.map(retained)
  }

  private static func reduced(_ trace: StoredTrace) -> Figure {
    let events = trace.events
    let rates = Samples(rounds: rounds) { rate(of: events.count) { reduce(events) } }
    return Figure(
      what: "events reduced a second, \(trace.name), median of \(rounds) × \(events.count)",
      measured: rates.text(decimals: 0), wanted: "≥ 3000000",
      isReached: rates.median >= 3_000_000)
  }

  private static func decoded(_ trace: StoredTrace) -> [Figure] {
    let count = trace.events.count
    let decoding = Samples(rounds: rounds) {
      rate(of: count) {
        var sum: UInt64 = 0
        trace.forEach { sum &+= $0.time }
        precondition(sum > 0)
      }
    }
    let both = Samples(rounds: rounds) {
      rate(of: count) {
        var run = Run()
        trace.forEach { run.append($0) }
      }
    }
    return [("checked and decoded", decoding), ("checked, decoded and reduced", both)].map {
      Figure(
        what: "events \($0) a second, \(trace.name)", measured: $1.text(decimals: 0))
    }
  }

  private static func retained(_ trace: StoredTrace) throws -> Figure {
    let drawn = try DrawnRun(frames: 0) { write in trace.bytes.withUnsafeBytes(write) }
    let each = Double(drawn.memory) / Double(drawn.events)
    return Figure(
      what: "bytes of memory an event, \(trace.name), \(drawn.events) events",
      measured: Measuring.text(each), wanted: "≤ 32", isReached: each <= 32)
  }

  private static func reduce(_ events: [Event]) {
    var run = Run()
    for event in events { run.append(event) }
  }

  private static func rate(of count: Int, _ body: () -> Void) -> Double {
    let begin = Measuring.cpu()
    body()
    return Double(count) / (Measuring.cpu() - begin)
  }
}
