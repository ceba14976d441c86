import Glibc
import HeadlessHarness
import TerminalHarness
import Testing

/// The interface ends while a search or a comparison goes on, whatever their processes do.
@Suite struct LeavingTests {
  /// The processes that serve the runs.
  private func servers(_ terminal: Terminal) -> [RunningProcess] {
    let all = RunningProcess.all(in: terminal.surroundings)
    let parents = Set(all.map(\.parent))
    let viewer = all.filter { process in !all.contains { $0.pid == process.parent } }.map(\.pid)
    return all.filter { viewer.contains($0.parent) && parents.contains($0.pid) }
  }

  @Test(arguments: ["x", "c"] as [Unicode.Scalar], [SIGINT, SIGTERM, SIGHUP])
  func theEndDoesNotWaitForWhatIsStopped(key: Unicode.Scalar, signal: Int32) throws {
    let terminal = try ProcViz.open(
      "run", "counter", "--workers", "6", "--lock", "on", "--window-us", "1000000")
    try terminal.wait(for: "the run") { $0.contains("Process-6") }
    let run = Set(servers(terminal).map(\.pid))
    try terminal.press(.character(key))
    let deadline = Deadline.usual
    var stopped: [Int32] = []
    while stopped.isEmpty {
      if deadline.hasPassed { throw Failure("no runs are made") }
      stopped = servers(terminal).map(\.pid).filter { !run.contains($0) }
    }
    for server in stopped { kill(server, SIGSTOP) }
    terminal.send(signal: signal)
    // A second is for the search; the rest for a busy machine.
    #expect(try terminal.waitForEnd(by: Deadline(in: .seconds(3))) != .code(0))
    #expect(terminal.settingsAreRestored)
    try terminal.expectNothingLeft()
  }

  /// A thousand threads that wait for one another are a thousand answers to who is stuck.
  @Test func aLongChainOfWaitsIsLeft() throws {
    let fixture = try #require(Headless.built("RuntimeFixture"))
    let terminal = try ProcViz.open(
      "run", "--lang", "en", "--", fixture, "lock-chain", "fork", "1000")
    try terminal.wait(for: "the last one waits") { $0.contains("all hold") }
    try terminal.press(.control("c"))
    #expect(try terminal.waitForEnd(by: Deadline(in: .seconds(5))) != .code(0))
    #expect(terminal.settingsAreRestored)
    try terminal.expectNothingLeft()
  }
}
