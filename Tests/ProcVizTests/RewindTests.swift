import ProcModel
import Testing

@testable import ProcViz

/// Looking back while a run goes on.
@Suite struct RewindTests {
  @Test("← and → go event by event, also where many happened at the same time")
  func eventByEvent() {
    var state = Fixtures.run(.lostUpdate())
    for count in (1..<19).reversed() {
      state.press(.left)
      #expect(state.run?.viewpoint.past?.count == count)
    }
    state.press(.left)
    #expect(state.run?.viewpoint.past?.count == 1)
    for count in 2..<19 {
      state.press(.right)
      #expect(state.run?.viewpoint.past?.count == count)
    }
    state.press(.right)
    #expect(state.run?.viewpoint.past == nil)
  }

  @Test(
    "[ and ], and Shift with the arrows, go by columns and land on events",
    arguments: [(Key.character("["), Key.character("]")), (.shiftLeft, .shiftRight)])
  func columns(back: Key, forth: Key) throws {
    var state = Fixtures.run(.lostUpdate())
    state.press(back)
    // In the column before the last one lies the end of the main process's join.
    #expect(state.run?.viewpoint.past?.count == 18)
    state.press(back)
    #expect(state.run?.viewpoint.past?.count == 17)
    let columns = try column(of: state)
    state.press(back)
    #expect(try column(of: state) < columns)
    state.press(forth, forth, forth)
    #expect(state.run?.viewpoint.past == nil)
  }

  private func column(of state: AppState) throws -> Int {
    let run = try #require(state.run)
    return run.timeAxis(size: state.size).column(of: run.time(ofCount: run.moment))
  }

  @Test("what is looked at stays, while the run goes on and is collected", arguments: ["", "z"])
  func goesOn(zoom: String) throws {
    var script = Script.waitingForLock()
    var state = Fixtures.run(script, finished: false)
    _ = Update.apply(.tick(1_600_000_000), to: &state)
    state.type(zoom)
    state.press(.left, .left, .left)
    #expect(state.run?.viewpoint.past?.count == 7)
    let times = state.run?.timeAxis(size: state.size).boundaries
    #expect(state.screen.contains("◀ −400 ms, 3 events back"))

    let seen = script.events.count
    script.at(2_400)
    script.add(.sleepEnd, by: 4712)
    script.add(.lockRelease, by: 4712, object: Script.lock)
    state.take(Array(script.events[seen...]))
    _ = Update.apply(.tick(3_500_000_000), to: &state)
    #expect(state.run?.timeAxis(size: state.size).boundaries == times)
    #expect(state.run?.viewpoint.past?.count == 7)
    #expect(state.screen.contains("◀ −2.3 s, 5 events back"))
    #expect(state.screen.contains("12 events  0 lost"))
    state.press(.end)
    #expect(
      state.run?.viewpoint.window
        == TimeWindow(span: zoom.isEmpty ? nil : state.run?.viewpoint.window.span))
    #expect(state.run?.timeAxis(size: state.size).boundaries != times)
  }

  @Test("the line of the moment goes through every row of the lanes", arguments: Language.allCases)
  func line(language: Language) throws {
    var state = Fixtures.run(.lostUpdate(), 80, 24, language)
    state.press(.left, .left, .left, .left, .left, .left, .left, .left)
    let run = try #require(state.run)
    let chart = RunLayout(of: run, size: state.size).chart
    let frame = ScreenView.frame(of: state)
    let column = chart.column + (try column(of: state))
    for row in chart.row..<chart.endRow {
      #expect(frame[row, column].style.ground == .chosen)
      #expect(frame[row, column].glyph != " ")
      #expect(frame[row, column - 1].style.ground == .page)
    }
  }

  @Test("every panel is of the moment that is looked at")
  func panels() {
    var state = Fixtures.run(.lostUpdate(), 120, 36)
    let present = state.screen
    #expect(present.contains("done, I saw 1") && present.contains("two updates is gone"))
    state.press(.left, .left, .left, .left, .left, .left)
    #expect(state.run?.viewpoint.past?.count == 13)
    #expect(state.screen.contains("done, I saw 1") && state.screen.contains("two updates is gone"))
    state.press(.left)
    #expect(!state.screen.contains("done, I saw 1"))
    #expect(state.screen.contains("two updates is gone"))
    state.press(.left)
    #expect(!state.screen.contains("two updates is gone"))
    #expect(state.screen.contains("counter  1") || state.screen.contains("counter 1"))
    state.press(.left)
    #expect(state.screen.contains("counter  0") || state.screen.contains("counter 0"))
    #expect(state.screen.contains("Process-2 reads counter: 0"))
  }
}
