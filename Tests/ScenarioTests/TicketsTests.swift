import Testing

@Suite struct TicketsTests {
  @Test func withoutTheLockMoreAreSoldThanThereAre() throws {
    let run = try HeadlessRun("tickets", ["lock": "off"])
    #expect(run.status == 3)
    #expect(run.findings.contains("oversold"))
    #expect(run.summary.integer("expected") == 3)
    let bought = run.printed().filter { $0.hasPrefix("bought") }.count
    #expect(run.summary.integer("actual") == bought)
    #expect(bought > 3)
  }

  @Test(arguments: ["fork", "spawn"])
  func withTheLockThreeAreSold(method: String) throws {
    let run = try HeadlessRun("tickets", ["lock": "on", "start-method": method])
    #expect(run.status == 0)
    #expect(run.findings == [])
    #expect(run.summary.integer("actual") == 3)
    #expect(run.printed().filter { $0 == "sold out" }.count == 2)
  }

  @Test func threeTicketsForTwoBuyersAreEnough() throws {
    let run = try HeadlessRun("tickets", ["lock": "on", "workers": "2"])
    #expect(run.status == 0)
    #expect(run.summary.integer("actual") == 2)
  }
}
