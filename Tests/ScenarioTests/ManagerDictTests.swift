import TerminalHarness
import Testing

@Suite struct ManagerDictTests {
  private let complete =
    "{0: 100, 1: 100, 2: 100, 3: 100, 4: 100, 5: 100, 6: 100, 7: 100, 8: 100, 9: 100}"

  @Test(arguments: ["fork", "spawn"], ["poll", "join"])
  func waitingForTheWorkersShowsTheWholeDict(method: String, wait: String) throws {
    let run = try HeadlessRun("manager-dict", ["start-method": method, "wait": wait])
    #expect(run.status == 0)
    #expect(run.printed(by: "MainProcess") == [complete])
    for number in 0..<10 {
      let set = try #require(run.all("dict.set").first { $0.string("key") == String(number) })
      #expect(set.process == "Process-\(number + 2)")
      #expect(set.string("value") == "100")
    }
    #expect(run.all("poll").isEmpty == (wait == "join"))
  }

  @Test func theServerDoesWhatTheClientsAskAndEveryAnswerComesAfter() throws {
    let run = try HeadlessRun("manager-dict", ["wait": "join"])
    let server = try #require(run.first("process.idle")?.process)
    #expect(server == "SyncManager-1")
    #expect(run.all("manager.serve").allSatisfy { $0.process == server })
    for set in run.all("dict.set") {
      let asked = run.lines.last {
        $0.event == "manager.request" && $0.pid == set.pid && $0.seq < set.seq
      }
      let served = run.lines.first {
        $0.event == "manager.serve" && $0.seq > (asked?.seq ?? .max)
          && $0.string("key") == asked?.string("key")
      }
      #expect((served?.seq ?? .max) < set.seq)
    }
  }

  @Test func anEarlyEnterPrintsAnIncompleteDict() throws {
    // There is no input: it ends at once, long before the workers have slept.
    let run = try HeadlessRun("manager-dict", ["wait": "input"], input: "\n", speed: 2)
    #expect(run.printed(by: "MainProcess").last == "{}")
    #expect(run.all("input.wait", by: "MainProcess").count == 1)
    #expect(run.first("input.read", by: "MainProcess")?.text == "")
  }
}
