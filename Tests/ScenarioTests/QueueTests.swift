import Testing

@Suite struct QueueTests {
  static let handovers = [("fork", "global"), ("fork", "argument"), ("spawn", "argument")]

  @Test(arguments: handovers)
  func theTutorialsProgramWaitsForEverAndSaysSo(method: String, handover: String) throws {
    let run = try HeadlessRun(
      "queue", ["start-method": method, "handover": handover, "stop": "forever"])
    #expect(run.status == 3)
    #expect(run.findings == ["blocked-forever"])
    #expect(run.findingObjects.first?["processes"] as? [String] == ["MainProcess"])
    #expect(run.findingObjects.first?["objects"] as? [String] == ["queue"])
    try expectTenItems(run)
    #expect(run.lines.last { $0.process == "MainProcess" }?.event == "queue.get.wait")
  }

  @Test(arguments: handovers, ["count", "sentinel"])
  func mainStopsWhenItKnowsThatNoMoreComes(handover: (String, String), stop: String) throws {
    let run = try HeadlessRun(
      "queue", ["start-method": handover.0, "handover": handover.1, "stop": stop])
    #expect(run.status == 0)
    try expectTenItems(run)
    #expect(run.printed(by: "MainProcess").last == "that was all")
  }

  @Test(arguments: ["forever", "count", "sentinel"])
  func aGlobalQueueIsMissingUnderSpawn(stop: String) throws {
    let run = try HeadlessRun(
      "queue", ["start-method": "spawn", "handover": "global", "stop": stop])
    #expect(run.status == 3)
    #expect(run.findings.contains("spawn-missing-global"))
    #expect(run.findings.contains("blocked-forever"))
    #expect(run.all("queue.put").isEmpty)
    #expect(run.all("process.error").count == 10)
    #expect(
      run.all("process.exit").compactMap { $0.integer("code") } == Array(repeating: 1, count: 10))
  }

  /// Each of the ten numbers was put once, by its process, and got once, by main, afterwards.
  private func expectTenItems(_ run: HeadlessRun) throws {
    for number in 0..<10 {
      let put = try #require(run.all("queue.put").first { $0.string("item") == String(number) })
      let got = try #require(run.all("queue.get").first { $0.string("item") == String(number) })
      #expect(put.process == "Process-\(number + 1)")
      #expect(got.process == "MainProcess")
      #expect(put.seq < got.seq)
    }
    let printed = run.printed(by: "MainProcess").filter { $0.hasPrefix("got ") }
    #expect(printed.sorted() == (0..<10).map { "got \($0)" })
  }
}
