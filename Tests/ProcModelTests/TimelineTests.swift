import ProcModel
import Testing

@Suite struct TimelineTests {
  private let run = Run(
    """
    M:  start(P1) start(P2)
    P1:              begin take(L)               free(L)              put(Q)=x exit
    P2:              begin         wait(L)               take(L)  free(L)          get(Q)=x exit
    """)

  private func activities(_ lane: LaneIndex) -> [String] {
    run.spans(of: lane).map { span in
      let lock = span.holding == .none ? "" : " holding"
      switch span.activity {
      case .starting: return "starting"
      case .running: return "running" + lock
      case .blocked(.lock): return "waiting"
      case .ended(let status): return "\(status)"
      default: return "?"
      }
    }
  }

  @Test func spansSayWhatALaneDid() {
    #expect(activities(1) == ["starting", "running", "running holding", "running", "code(0)"])
    #expect(
      activities(2) == [
        "starting", "running", "waiting", "running holding", "running", "code(0)",
      ])
  }

  @Test func marksStandWhereSomethingHappened() {
    let marks = run.world.lanes.indices.map { run.marks(of: $0).map(\.shape) }
    #expect(marks == [[.begin], [.begin, .put, .ended], [.begin, .get, .ended]])
    #expect(run.marks(of: 2).map { run.label(of: $0) } == ["", "x", "0"])
  }

  @Test func connectorsGoFromGiverToTaker() {
    let connectors = run.connectors
    #expect(connectors.map(\.kind) == [.start, .start, .lock, .item])
    #expect(connectors.map(\.from) == [0, 0, 1, 1])
    #expect(connectors.map(\.to) == [1, 2, 2, 2])
    for connector in connectors { #expect(connector.fromTime <= connector.toTime) }
  }

  @Test func aLockTakenLongAfterItWasFreedIsNotHandedOver() {
    let run = Run(
      """
      M:  start(P1) take(L) free(L)
      P1:                                 begin take(L)
      """)
    #expect(run.connectors.map(\.kind) == [.start])
  }
}
