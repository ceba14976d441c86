import ProcModel
import ProcSchedule
import Testing

/// A possible failure is reported, but is not the outcome of a run (decision 0704).
@Suite struct PredictiveOutcomeTests {
  private func search(_ runs: [[Finding.Kind]]) throws -> Search {
    var search = Search(RandomStrategy(seed: 1))
    for findings in runs {
      let next = search.next()
      let scheduler = try #require(next)
      search.learn(
        Execution(steps: [], end: .complete, findings: findings, hasUnknownKinds: false),
        from: scheduler)
    }
    return search
  }

  @Test func dangersAreNoOutcomes() throws {
    let search = try search([[.dataRace], [.lostUpdate, .lockOrder], [.dataRace, .deadlock]])
    #expect(
      search.outcomes == [.ok: 1, .finding(.lostUpdate): 1, .finding(.deadlock): 1])
    #expect(search.status == .found)
  }

  @Test func possibleFailuresAreReportedLast() throws {
    let search = try search([[.dataRace], [.lostUpdate, .lockOrder], [.dataRace, .deadlock]])
    #expect(search.findings.map(\.kind) == [.lostUpdate, .deadlock, .dataRace, .lockOrder])
    #expect(search.findings.map(\.firstAt) == [2, 3, 1, 2])
  }
}
