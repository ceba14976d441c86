import Glibc
import ProcModel
import ProcSession

/// How often the races of lesson 3 go wrong, with the lock off and on.
enum Races {
  static func run() throws -> [Figure] {
    try ["counter", "tickets"].flatMap { id in
      let off = try count(id, lock: "off", runs: 20)
      let on = try count(id, lock: "on", runs: 200)
      return [
        Figure(
          what: "`\(id)` with the lock off goes wrong", measured: "\(off) of 20 runs",
          wanted: "≥ 19 of 20", isReached: off >= 19),
        Figure(
          what: "`\(id)` with the lock on goes wrong", measured: "\(on) of 200 runs",
          wanted: "0 of 200", isReached: on == 0),
      ]
    }
  }

  /// How many of some runs at the scenario's defaults had a finding.
  private static func count(_ id: String, lock: String, runs: Int) throws -> Int {
    try (0..<runs).count { _ in try goesWrong(id, lock: lock) }
  }

  private static func goesWrong(_ id: String, lock: String) throws -> Bool {
    let session = try Session(
      Launch(
        executable: Measuring.built("procviz"),
        arguments: ["procviz", "__scenario", id, "lock=\(lock)"]))
    var run = Run()
    while !session.isFinished {
      let events = session.collect()
      for event in events { run.append(event) }
      if events.isEmpty {
        var wait = pollfd(fd: session.descriptor, events: Int16(POLLIN), revents: 0)
        poll(&wait, 1, -1)
      }
    }
    guard run.world.mainLane != nil, run.world.lostCount == 0 else {
      throw BenchmarkError(description: "a run of \(id) went wrong by itself")
    }
    return !run.findings.isEmpty
  }
}
