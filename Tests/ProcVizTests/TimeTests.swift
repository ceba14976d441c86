import ProcModel
import Testing

@testable import ProcViz

/// Moving in time, and the axis.
@Suite struct TimeTests {
  @Test("every press of ← goes to an earlier event, until the first; → comes back to the present")
  func everyPressMoves() {
    var state = Fixtures.run(.lostUpdate())
    var counts: [Int] = []
    while counts.last != 1, counts.count < 50 {
      state.press(.left)
      counts.append(state.run?.viewpoint.past?.count ?? -1)
    }
    #expect(counts == counts.sorted(by: >))
    #expect(Set(counts).count == counts.count)
    #expect(counts.last == 1)
    for _ in counts { state.press(.right) }
    #expect(state.run?.viewpoint.past == nil)
  }

  @Test("Home shows the first event, End follows the present")
  func homeAndEnd() {
    var state = Fixtures.run(.lostUpdate())
    state.press(.home)
    #expect(state.run?.viewpoint.past?.count == 1)
    #expect(state.screen.contains("◀ −36 ms, 18 back"))
    state.press(.end)
    #expect(state.run?.viewpoint.past == nil)
  }

  @Test("what is found later is not told earlier")
  func findingsOfTheMoment() {
    var state = Fixtures.run(.lostUpdate())
    #expect(state.screen.contains("1 update lost"))
    state.press(.home)
    #expect(!state.screen.contains("1 update lost"))
    #expect(!state.screen.contains("two updates is gone"))
  }

  @Test("the latest time that a record can have is shown, at every zoom and every moment")
  func theEndOfTime() {
    var script = Script.waitingForLock()
    script.at(Double(UInt64(1) << 62) / 1_000_000 - 2000)
    script.exit(4713)
    for keys in ["", "zzz", "ZZZ"] {
      var state = Fixtures.run(script, finished: false)
      _ = Update.apply(.tick(2_600_000_000), to: &state)
      state.type(keys)
      for key in [Key.home, .right, .left, .end, .left] {
        state.press(key)
        #expect(state.screen.contains("RUNNING"))
      }
    }
  }

  @Test("zooming in shows less time around the moment, and zooming out all of it again")
  func zoom() {
    var state = Fixtures.run(.lostUpdate())
    let whole = state.screen
    state.press(.left, .left, .left, .left)
    state.type("zzz")
    guard let run = state.run, let past = run.viewpoint.past else {
      Issue.record("the moment was lost")
      return
    }
    let axis = run.timeAxis(size: state.size)
    #expect((0..<axis.columns).contains(axis.column(of: run.time(ofCount: past.count))))
    state.type("ZZZZ")
    state.press(.end)
    #expect(state.screen == whole)
  }

  @Test("zooming into a run that has ended goes to where most happened")
  func zoomToAction() {
    var state = Fixtures.run(.lostUpdate())
    state.type("zz")
    #expect(state.screen.contains("●"))
    state.type("ZZ")
    #expect(state.run?.viewpoint.window == TimeWindow())
  }

  @Test("the wheel moves in time, a press chooses a lane")
  func mouse() {
    var state = Fixtures.run(.lostUpdate())
    _ = Update.apply(.mouse(.wheelUp(Point(row: 5, column: 40))), to: &state)
    #expect(state.run?.viewpoint.past != nil)
    _ = Update.apply(.mouse(.press(Point(row: 8, column: 40))), to: &state)
    #expect(state.run?.arrangement.chosen == 2)
  }

  @Test("stillness is left out of the axis, and what can happen is not")
  func elastic() {
    var time = ElasticTime()
    time.cut(from: 1_000, to: 5_000)
    time.cut(from: 6_000, to: 9_000)
    #expect(time.shown(500, origin: 0) == 500)
    #expect(time.shown(3_000, origin: 0) == 1_000)
    #expect(time.shown(5_500, origin: 0) == 1_500)
    #expect(time.shown(9_100, origin: 0) == 2_100)
    for shown: UInt64 in [0, 400, 1_500, 2_100, 7_000] {
      #expect(time.shown(time.real(shown, origin: 0), origin: 0) == shown)
    }
  }

  @Test("ticks are 1, 2 or 5 times a power of ten", arguments: [3.0, 1_700, 40_000, 3e6, 6.1e8])
  func scale(least: Double) {
    let step = Scale(leastStep: least).step
    #expect(Double(step) >= least)
    #expect(Double(step) < least * 2.51)
    #expect(["1", "2", "5"].contains(String(step).prefix(1)))
  }

  @Test("labels have the unit that suits the step")
  func labels() {
    #expect(Scale(leastStep: 9_000_000).label(of: 20_000_000, withUnit: true) == "20 ms")
    #expect(Scale(leastStep: 400_000_000).label(of: 1_500_000_000, withUnit: false) == "1.5")
    #expect(Scale(leastStep: 15_000).label(of: 40_000, withUnit: true) == "40 µs")
  }
}
