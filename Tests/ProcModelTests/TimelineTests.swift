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
    run.timeline.lanes[lane].spans.map { span in
      let lock = span.holding == .none ? "" : " holding"
      switch span.activity {
      case .starting: return "starting"
      case .running: return "running" + lock
      case .waiting: return "waiting"
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
    let marks = run.timeline.lanes.map { $0.marks.map(\.shape) }
    #expect(marks == [[.begin], [.begin, .put, .ended], [.begin, .get, .ended]])
    #expect(run.timeline.lanes[2].marks.map(\.label) == ["", "x", "0"])
  }

  @Test func connectorsGoFromGiverToTaker() {
    let connectors = run.timeline.connectors
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
    #expect(run.timeline.connectors.map(\.kind) == [.start])
  }

  /// Windows give what looking at everything gives.
  @Test(arguments: 0..<20)
  func aWindowShowsWhatFallsIntoIt(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    var run = Run()
    for event in AbsurdEvents.make(2_000, random: &random) { run.append(event) }
    let end = run.world.now
    for _ in 0..<20 {
      let a = UInt64.random(in: 0...end + 10, using: &random)
      let b = UInt64.random(in: 0...end + 10, using: &random)
      let window = min(a, b)...max(a, b)
      let connectors = run.timeline.connectors.filter {
        $0.fromTime <= window.upperBound && $0.toTime >= window.lowerBound
      }
      #expect(run.timeline.connectors(in: window) == connectors)
      for lane in run.timeline.lanes.indices { check(run, lane, window) }
    }
  }

  private func check(_ run: Run, _ lane: LaneIndex, _ window: ClosedRange<UInt64>) {
    let history = run.timeline.lanes[lane]
    let marks = history.marks.filter { window.contains($0.time) }
    #expect(Array(run.timeline.marks(of: lane, in: window)) == marks)
    let before = history.spans.filter { $0.start <= window.lowerBound }.suffix(1)
    let within = history.spans.filter {
      $0.start > window.lowerBound && $0.start <= window.upperBound
    }
    #expect(Array(run.timeline.spans(of: lane, in: window)) == before + within)
  }
}
