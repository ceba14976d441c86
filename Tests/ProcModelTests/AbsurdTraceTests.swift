import ProcModel
import Testing

/// Nothing traps on any input from the channel, and the invariants of every world hold.
@Suite struct AbsurdTraceTests {
  @Test(arguments: 0..<24)
  func anythingIsTaken(seed: Int) {
    var random = SplitMix(seed: UInt64(seed) &* 7919)
    let events = AbsurdEvents.make(2_000, random: &random)
    var run = Run()
    for (seq, event) in events.enumerated() {
      _ = Explainer.sentence(for: event, before: run.world)
      run.append(event)
      _ = EventJSON.line(run.trace[seq], seq: seq, world: run.world)
      if seq % 200 == 0 { checkWorld(run.world) }
    }
    checkWorld(run.world)
    checkTimeline(run)
    for lane in run.world.lanes.indices { _ = run.world.situation(of: lane) }
    for finding in run.findings { #expect(!finding.text.en.contains("\u{1B}")) }
    _ = SummaryJSON(.scenario("absurd"), knobs: []).line(run)
    _ = OrderRule.violations(in: events)
  }

  /// Long enough for checkpoints to be thinned out.
  @Test(arguments: 0..<2)
  func thePastIsWhatItWas(seed: Int) {
    var random = SplitMix(seed: UInt64(seed) &+ 4242)
    let events = AbsurdEvents.make(26_000, random: &random)
    var run = Run()
    var kept: [Int: World] = [:]
    for event in events {
      run.append(event)
      if Int.random(in: 0..<600, using: &random) == 0 { kept[run.trace.count] = run.world }
    }
    for (count, world) in kept { #expect(run.world(after: count) == world) }
    #expect(run.world(after: 0) == World())
    #expect(run.world(after: -5) == World())
    #expect(run.world(after: 1 << 40) == run.world)
  }

  private func checkWorld(_ world: World) {
    for lane in world.lanes {
      #expect(Set(lane.holding).count == lane.holding.count)
      if let parent = lane.parent { #expect(world.lanes.indices.contains(parent)) }
    }
    for object in world.objects {
      guard let lock = object.content.lock else { continue }
      #expect(Set(lock.waiters).count == lock.waiters.count)
      #expect((lock.owner == nil) == (lock.depth <= 0))
      guard let owner = lock.owner else { continue }
      #expect(world.lanes[owner].holding.contains(object.id))
    }
  }

  private func checkTimeline(_ run: Run) {
    for lane in run.world.lanes.indices {
      #expect(isRising(run.spans(of: lane).map(\.start)))
      #expect(isRising(run.marks(of: lane).map { UInt64($0.seq) }))
    }
    #expect(isRising(run.connectors.map(\.toTime)))
    #expect(isRising(run.trace.map(\.time)))
  }

  private func isRising(_ numbers: [UInt64]) -> Bool {
    zip(numbers, numbers.dropFirst()).allSatisfy { pair in pair.0 <= pair.1 }
  }
}
