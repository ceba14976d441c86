import Testing

@Suite struct ProcessAPITests {
  @Test(arguments: ["fork", "spawn"])
  func joinPollAndExitCodesAreWhatTheTutorialSays(method: String) throws {
    let run = try HeadlessRun("process-api", ["start-method": method], speed: 4)
    #expect(run.status == 0)
    #expect(run.findings == [])

    let joins = run.all("join.done", by: "MainProcess").filter { $0.string("child") == "Process-1" }
    #expect(joins.map { $0.bool("timed_out") ?? false } == [true, false])
    let polls = run.all("poll").filter { $0.string("child") == "Process-1" }
    #expect(polls.compactMap { $0.bool("alive") } == [true, false])

    #expect(run.end(of: "Process-1")?.integer("code") == 0)
    #expect(run.end(of: "failing")?.integer("code") == 3)
    #expect(run.end(of: "stopped")?.integer("signal") == 15)
    #expect(run.end(of: "killed")?.integer("signal") == 9)
    let printed = run.printed(by: "MainProcess")
    #expect(printed.contains("failing: exitcode 3"))
    #expect(printed.contains("stopped: exitcode -15"))
    #expect(printed.contains("killed: exitcode -9"))
  }

  @Test func aChildKnowsItsOwnNameAndPid() throws {
    let run = try HeadlessRun("process-api", speed: 4)
    let pid = run.first("process.begin", by: "Process-1")?.pid ?? 0
    #expect(run.printed(by: "Process-1") == ["I am Process-1, pid \(pid)"])
    #expect(run.printed(by: "MainProcess").contains("Process-1: pid \(pid), ident \(pid)"))
  }

  @Test(arguments: ["fork", "spawn"])
  func aDaemonIsTerminatedWithMain(method: String) throws {
    let run = try HeadlessRun("process-api", ["start-method": method, "daemon": "on"], speed: 4)
    #expect(run.printed(by: "background") == ["working in the background"])
    #expect(run.end(of: "background")?.integer("signal") == 15)
  }

  @Test(arguments: ["fork", "spawn"])
  func aNonDaemonIsWaitedFor(method: String) throws {
    let run = try HeadlessRun("process-api", ["start-method": method, "daemon": "off"], speed: 4)
    let background = ["working in the background", "background work done"]
    #expect(run.printed(by: "background") == background)
    #expect(run.end(of: "background")?.integer("code") == 0)
    let all = run.printed()
    let mainEnds = all.firstIndex(of: "main ends") ?? all.endIndex
    #expect(all[mainEnds...].contains("background work done"))
  }
}
