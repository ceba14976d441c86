import Testing

@Suite struct CounterTests {
  /// A window so wide that workers that run at the same time must interleave.
  private let wide = ["window-us": "20000"]

  @Test(arguments: ["fork", "spawn"])
  func withoutTheLockExactlyTheMissingUpdatesAreFound(method: String) throws {
    let run = try HeadlessRun(
      "counter", wide.merging(["lock": "off", "start-method": method]) { $1 })
    let expected = try #require(run.summary.integer("expected"))
    let actual = try #require(run.summary.integer("actual"))
    #expect(expected == 20)
    #expect(actual < expected)
    #expect(run.status == 3)
    #expect(run.findings == ["lost-update"])
    #expect(lostWrites(run) == expected - actual)
  }

  @Test(arguments: ["fork", "spawn"])
  func withTheLockNothingIsLost(method: String) throws {
    let run = try HeadlessRun("counter", ["lock": "on", "start-method": method])
    #expect(run.status == 0)
    #expect(run.findings == [])
    #expect(run.summary.integer("expected") == 20)
    #expect(run.summary.integer("actual") == 20)
    #expect(lostWrites(run) == 0)
    #expect(run.all("lock.acquire").count == 20)
  }

  @Test func aSingleWorkerNeedsNoLock() throws {
    let run = try HeadlessRun("counter", ["lock": "off", "workers": "1", "iterations": "50"])
    #expect(run.status == 0)
    #expect(run.summary.integer("actual") == 50)
  }

  @Test func everyWriteIsOneMoreThanItsProcessRead() throws {
    let run = try HeadlessRun("counter", wide)
    var seen: [String: Int] = [:]
    for line in run.lines where line.object == "counter" && line.process != "MainProcess" {
      if line.event == "value.read" { seen[line.process] = line.integer("value") }
      if line.event == "value.write" {
        #expect(line.integer("value") == seen[line.process].map { $0 + 1 })
      }
    }
  }

  /// The number of lost writes, found without the program's own analysis: those that are not on the
  /// chain that leads to the last one.
  private func lostWrites(_ run: HeadlessRun) -> Int {
    var base: [String: Int] = [:]
    var bases: [Int] = []  // by write: how many writes its writer had seen
    for line in run.lines where line.object == "counter" && line.process != "MainProcess" {
      if line.event == "value.read" { base[line.process] = bases.count }
      if line.event == "value.write" { bases.append(base[line.process] ?? bases.count) }
    }
    var chain = 0
    var write = bases.count
    while write > 0 {
      chain += 1
      write = bases[write - 1]
    }
    return bases.count - chain
  }
}
