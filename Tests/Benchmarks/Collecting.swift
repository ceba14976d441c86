import Glibc
import ProcModel
import ProcSession

/// How fast the viewer takes events out of the channel, checks and decodes them, and makes a run of
/// them, beside a reader in C that only reads the same bytes.
enum Collecting {
  private static let rounds = 5
  private static let events = 1_000_000

  static func run() throws -> [Figure] { try [1, 4, 16].flatMap(figures) }

  private static func figures(writers: Int) throws -> [Figure] {
    var perCPU: [Double] = []
    var lost = 0
    let pairs = try Pairs(rounds: rounds) {
      let collected = try collect(writers)
      perCPU.append(collected.perCPU)
      lost += collected.lost
      return collected.rate
    } theirs: {
      try readInC(writers)
    }
    let name = writers == 1 ? "1 writer" : "\(writers) writers"
    let cpu = Samples(perCPU)
    return [
      Figure(
        what: "events collected and reduced a second, \(name), median of \(rounds) × \(events)",
        measured: pairs.ours.text(decimals: 0)),
      Figure(
        what: "the same as a share of what a bare reader in C takes",
        measured:
          pairs.ratios.text(decimals: 2), wanted: "≥ 0.8", isReached: pairs.ratios.median >= 0.8),
      Figure(
        what: "the same a second of one CPU", measured: cpu.text(decimals: 0),
        wanted: "≥ 300000", isReached: cpu.median >= 300_000),
      Figure(what: "events lost, \(name)", measured: "\(lost)", wanted: "0", isReached: lost == 0),
    ]
  }

  private static func words(_ writers: Int) -> [String] {
    ["updates", "\(events / writers)", "\(writers)"]
  }

  private static func collect(_ writers: Int) throws -> (rate: Double, perCPU: Double, lost: Int) {
    let session = try Session(
      Launch(
        executable: Measuring.built("ProtocolFixture"),
        arguments: ["protocol-fixture"] + words(writers)))
    var run = Run()
    var cpu = Measuring.cpu()
    var begin = 0.0
    var end = 0.0
    while !session.isFinished {
      let events = session.collect(limit: 4096)
      if begin == 0, !events.isEmpty { begin = Measuring.now() }
      for event in events { run.append(event) }
      if events.isEmpty {
        var wait = pollfd(fd: session.descriptor, events: Int16(POLLIN), revents: 0)
        poll(&wait, 1, -1)
      } else {
        end = Measuring.now()
      }
    }
    cpu = Measuring.cpu() - cpu
    let count = Double(run.trace.count)
    return (count / (end - begin), count / cpu, run.world.lostCount + session.malformedCount)
  }

  private static func readInC(_ writers: Int) throws -> Double {
    let channel = try BareChannel()
    var environment = channel.environment
    environment["PROCVIZ_CONTROL"] = "/dev/null"
    let writer = try Command(
      ["sh", "-c", "\"$@\"; echo $?", "sh", Measuring.built("ProtocolFixture")] + words(writers),
      environment: environment)
    let (status, read) = try channel.readInC { try writer.number() }
    guard status == 0 else { throw BenchmarkError(description: "the writers have failed") }
    // All but a handful of the records are of the shortest length.
    return read[0] / 60 / read[1]
  }
}
