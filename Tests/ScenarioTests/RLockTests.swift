import Testing

@Suite struct RLockTests {
  @Test(arguments: ["fork", "spawn"])
  func anRLockCountsToTwoAndBack(method: String) throws {
    let run = try HeadlessRun("rlock", ["kind": "rlock", "start-method": method])
    #expect(run.status == 0)
    let depths = run.lines.filter { $0.event == "lock.acquire" || $0.event == "lock.release" }
      .compactMap { $0.integer("depth") }
    #expect(depths == [1, 2, 1, 0])
  }

  @Test(arguments: ["fork", "spawn"])
  func aLockWaitsForItselfForEver(method: String) throws {
    let run = try HeadlessRun("rlock", ["kind": "lock", "start-method": method])
    #expect(run.status == 3)
    #expect(run.findings.first == "deadlock")
    #expect((run.findingObjects.first?["processes"] as? [String])?.first == "Process-1")
    #expect(run.findingObjects.first?["objects"] as? [String] == ["lock"])
    #expect(run.lines.last { $0.process == "Process-1" }?.event == "lock.wait")
    #expect(!run.printed().contains("done"))
  }
}
