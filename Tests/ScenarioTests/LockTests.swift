import Testing

@Suite struct LockTests {
  /// When each worker slept, from and to, in nanoseconds.
  private func sleeps(_ run: HeadlessRun) -> [(Int, Int)] {
    (1...2).compactMap { worker in
      guard let from = run.first("sleep.begin", by: "Process-\(worker)")?.time,
        let to = run.first("sleep.end", by: "Process-\(worker)")?.time
      else { return nil }
      return (from, to)
    }.sorted { $0.0 < $1.0 }
  }

  @Test(arguments: ["fork", "spawn"])
  func withTheLockTheSleepsFollowOneAnother(method: String) throws {
    let run = try HeadlessRun("lock", ["lock": "on", "start-method": method], speed: 4)
    #expect(run.status == 0)
    let sleeps = sleeps(run)
    try #require(sleeps.count == 2)
    #expect(sleeps[0].1 <= sleeps[1].0)
    #expect(run.all("lock.wait").count == 1)
    #expect(run.all("lock.acquire").count == 2)
    #expect(run.all("lock.release").count == 2)
  }

  @Test(arguments: ["fork", "spawn"])
  func withoutTheLockTheSleepsOverlap(method: String) throws {
    let run = try HeadlessRun("lock", ["lock": "off", "start-method": method], speed: 4)
    #expect(run.status == 0)
    let sleeps = sleeps(run)
    try #require(sleeps.count == 2)
    #expect(sleeps[1].0 < sleeps[0].1)
    #expect(run.all("lock.acquire").isEmpty)
  }

  @Test func aWorkerSaysItsNumberAfterItsSleep() throws {
    let run = try HeadlessRun("lock")
    for worker in 1...2 {
      #expect(
        run.printed(by: "Process-\(worker)") == [
          "worker \(worker) wants to work", "worker \(worker)",
        ])
    }
  }
}
