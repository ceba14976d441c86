import Glibc
import ProcModel
import Testing

@Suite struct HostTests {
  private let hosted = FixtureRun.Options(isHosted: true)

  @Test(arguments: startMethods)
  func hostReportsTheMainProcessAndEveryReap(method: String) throws {
    let run = try FixtureRun("exit-codes", [method], hosted)
    let outcome = try run.finish()
    #expect(outcome.exitCode == 0)
    #expect(OrderRule.violations(in: outcome.events) == [])
    let packets = HostPacket.readAll(run.hostSocket)
    let main = try #require(outcome.events.first?.pid)
    #expect(main != run.pid)
    #expect(packets.first == HostPacket(what: 1, pid: main, status: 0))
    // The children were reaped by the main process, which waits for them itself.
    #expect(packets.dropFirst() == [HostPacket(what: 2, pid: main, status: 0)])
  }

  @Test func hostTellsHowTheMainProcessEnded() throws {
    let run = try FixtureRun("main-exits", ["fork"], hosted)
    _ = try run.finish()
    #expect(HostPacket.readAll(run.hostSocket).last?.status == 4 << 8)
  }

  @Test(arguments: startMethods, Ending.allCases)
  func everyDescendantEndsWithTheRun(method: String, ending: Ending) throws {
    let run = try FixtureRun("tree", [method], hosted)
    try run.wait("seven processes sleep") {
      $0.filter { $0.kind == .sleepBegin }.count == 6
    }
    let pids = Set(run.events.filter { $0.kind == .processBegin }.map(\.pid))
    #expect(pids.count == 7)
    let start = now()
    switch ending {
    case .viewerSaysSo: _ = send(run.hostSocket, "K", 1, 0)
    case .viewerIsGone: run.closeHostSocket()
    case .signal: kill(run.pid, SIGTERM)
    case .mainIsKilled: kill(run.events[0].pid, SIGKILL)
    }
    try run.waitForEnd()
    #expect(now() - start < 1_000_000_000)
    #expect(pids.filter { kill($0, 0) == 0 } == [])
    if ending != .viewerIsGone {
      let reaped = HostPacket.readAll(run.hostSocket).filter { $0.what == 2 }
      #expect(Set(reaped.map(\.pid)) == pids)
      #expect(reaped.allSatisfy { $0.status == SIGKILL })
    }
  }

  @Test func mainProcessEndsWithItsHost() throws {
    let run = try FixtureRun("tree", ["fork"], hosted)
    try run.wait("it runs") { $0.contains { $0.kind == .processBegin } }
    let main = run.events[0].pid
    let descriptor = ProcessWatch(main)
    kill(run.pid, SIGKILL)
    #expect(descriptor.waitForEnd())
  }

  enum Ending: CaseIterable { case viewerSaysSo, viewerIsGone, signal, mainIsKilled }
}

/// A report of the host.
struct HostPacket: Hashable {
  let what: UInt32
  let pid: Int32
  let status: Int32

  /// All packets up to the end.
  static func readAll(_ socket: Int32) -> [HostPacket] {
    var packets: [HostPacket] = []
    var words: [UInt32] = [0, 0, 0, 0]
    while recv(socket, &words, 16, Int32(MSG_DONTWAIT)) == 16 {
      packets.append(
        HostPacket(
          what: words[0], pid: Int32(bitPattern: words[1]), status: Int32(bitPattern: words[2])))
    }
    return packets
  }
}
