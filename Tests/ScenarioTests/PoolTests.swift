import Testing

@Suite struct PoolTests {
  /// The most tasks that ran at once.
  private func peak(_ run: HeadlessRun) -> Int {
    var running = 0
    var peak = 0
    for line in run.lines {
      if line.event == "task.begin" { running += 1 }
      if line.event == "task.end" { running -= 1 }
      peak = max(peak, running)
    }
    return peak
  }

  private let squares = "results: [1, 4, 9, 16, 25, 36, 49, 64, 81, 100]"

  @Test(arguments: ["fork", "spawn"])
  func tenTasksOnFiveProcessesInTwoWaves(method: String) throws {
    let run = try HeadlessRun("pool", ["start-method": method], speed: 4)
    #expect(run.status == 0)
    #expect(run.printed(by: "MainProcess") == [squares])
    #expect(run.all("task.submit").count == 10)
    #expect(run.all("task.end").allSatisfy { $0.string("outcome") == "ok" })
    #expect(Set(run.all("task.begin").map(\.pid)).count == 5)
    #expect(peak(run) == 5)
    // Two waves: the sixth task begins only when the first of the first five has ended.
    let begins = run.all("task.begin")
    let firstEnd = try #require(run.first("task.end"))
    try #require(begins.count == 10)
    #expect(begins[4].seq < firstEnd.seq)
    #expect(firstEnd.seq < begins[5].seq)
  }

  @Test func threadsDoItWithOnePid() throws {
    let run = try HeadlessRun("pool", ["executor": "thread"], speed: 4)
    #expect(run.status == 0)
    #expect(run.printed(by: "MainProcess") == [squares])
    #expect(run.pids.count == 1)
    #expect(Set(run.all("task.begin").compactMap { $0.integer("tid") }).count == 5)
    #expect(peak(run) == 5)
  }

  @Test func oneWorkerDoesThemOneAfterTheOther() throws {
    let run = try HeadlessRun("pool", ["workers": "1", "tasks": "4"])
    #expect(run.status == 0)
    #expect(peak(run) == 1)
    #expect(run.all("task.begin").compactMap { $0.string("task") }.count == 4)
  }
}
