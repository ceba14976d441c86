import Glibc
import ProcModel
import ProcSession

/// How many events a second the viewer takes out of the channel, decodes, and makes a run of.
enum Collecting {
  private static let writers = 2
  private static let eventsPerWriter = 500_000

  static func run() throws -> [Figure] {
    let session = try Session(
      Launch(
        executable: Measuring.built("ProtocolFixture"),
        arguments: ["protocol-fixture", "updates", "\(eventsPerWriter)", "\(writers)"]))
    var run = Run()
    var cpu = Measuring.cpu()
    let begin = Measuring.now()
    while !session.isFinished {
      let events = session.collect(limit: 16_384)
      for event in events { run.append(event) }
      if events.isEmpty {
        var wait = pollfd(fd: session.descriptor, events: Int16(POLLIN), revents: 0)
        poll(&wait, 1, -1)
      }
    }
    cpu = Measuring.cpu() - cpu
    let wall = Measuring.now() - begin
    let count = Double(run.trace.count)
    let lost = run.world.lostCount + session.malformedCount
    return [
      Figure(
        what: "events collected, decoded and reduced per second of one core",
        measured: Measuring.text(count / cpu, decimals: 0), wanted: "≥ 300000",
        isReached: count / cpu >= 300_000),
      Figure(
        what: "the same per second of wall time, \(writers) writers on the same machine",
        measured: Measuring.text(count / wall, decimals: 0), wanted: "", isReached: true),
      Figure(
        what: "of \(Int(count)) events lost", measured: "\(lost)", wanted: "0", isReached: lost == 0
      ),
    ]
  }
}
