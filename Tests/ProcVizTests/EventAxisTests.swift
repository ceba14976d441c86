import ProcModel
import Testing

@testable import ProcViz

/// The axis on which every event is as wide as every other.
@Suite struct EventAxisTests {
  private func column(ofMoment count: Int, in state: AppState) throws -> Int {
    let run = try #require(state.run)
    return run.timeAxis(size: state.size).events.column(of: count - 1)
  }

  @Test("every event has as many columns as every other, and all of them fit")
  func even() throws {
    var state = Fixtures.run(.lostUpdate())
    state.type("t")
    let columns = try (1...19).map { try column(ofMoment: $0, in: state) }
    #expect(Set(zip(columns, columns.dropFirst()).map { $1 - $0 }) == [2])
    #expect(columns.first == 0)
    #expect(state.screen.contains("╷0 events"))
    state.type("t")
    #expect(state.screen.contains("╷0 ms"))
  }

  @Test("what happened at the same time is told apart")
  func apart() throws {
    var state = Fixtures.run(.lostUpdate())
    #expect(try column(ofMoment: 16, in: state) == column(ofMoment: 17, in: state))
    state.type("t")
    #expect(try column(ofMoment: 16, in: state) < column(ofMoment: 17, in: state))
    let rows = ScreenView.frame(of: state).lines
    for sign in ["▶", "●", "◆", "✗", "»", "⋈", "■"] {
      #expect(rows[2..<11].contains { $0.contains(sign) })
    }
  }

  @Test("moving, marks and zoom go by events; the moment stays in sight")
  func zoom() throws {
    var state = Fixtures.run(.lostUpdate())
    state.type("t")
    for count in (1..<19).reversed() {
      state.press(.left)
      #expect(state.run?.viewpoint.past?.count == count)
      if count == 11 { state.type("M") }
    }
    state.press(.end)
    state.type("'zzz")
    let columns = try #require(state.run?.timeAxis(size: state.size).columns)
    for _ in 0..<10 {
      state.press(.right)
      let place = try column(ofMoment: state.run?.moment ?? 0, in: state)
      #expect(place >= 0 && place < columns)
    }
    #expect(state.run?.viewpoint.past == nil)
    state.type("'[")
    #expect(state.run?.viewpoint.past?.count == 10)
    state.type("]")
    #expect(state.run?.viewpoint.past?.count == 11)
    state.type("ZZZZZ")
    #expect(state.run?.viewpoint.eventWindow == EventWindow())
  }

  @Test("a press on the axis goes to the event of that column")
  func press() throws {
    var state = Fixtures.run(.lostUpdate())
    state.type("t")
    let run = try #require(state.run)
    let layout = RunLayout(of: run, size: state.size)
    let place = Point(
      row: layout.axisRow, column: layout.chart.column + (try column(ofMoment: 7, in: state)))
    _ = Update.apply(.mouse(.press(place)), to: &state)
    #expect(state.run?.viewpoint.past?.count == 7)
    #expect(ScreenView.frame(of: state)[place.row, place.column].glyph == "▼")
  }

  @Test("more events than columns share them", arguments: LayoutTests.sizes)
  func many(columns: Int, rows: Int) throws {
    var script = Script()
    script.beginMain()
    for number in 0..<5_000 {
      script.at(Double(number))
      script.add(.note, by: Script.main, text: "\(number)")
    }
    script.exit(Script.main)
    var state = Fixtures.run(script, columns, rows)
    state.type("t")
    let axis = try #require(state.run?.timeAxis(size: state.size))
    #expect(axis.perColumn > 1)
    #expect(axis.events.seqs.first == 0)
    #expect(try column(ofMoment: 5_002, in: state) < axis.columns)
    #expect(state.screen.contains("FINISHED"))
    state.type("zzzzzzzzzzzzzzzz")
    state.press(.left, .home, .pageDown)
    #expect(state.run?.viewpoint.past != nil)
  }

  @Test("while the run goes on, the past stays where it is; in the present the newest is in sight")
  func live() throws {
    var script = Script.waitingForLock()
    var state = Fixtures.run(script, finished: false)
    state.type("t")
    state.press(.left, .left)
    let before = state.run?.timeAxis(size: state.size).events
    let seen = script.events.count
    for number in 0..<60 {
      script.at(2_400 + Double(number))
      script.add(.note, by: 4712, text: "\(number)")
    }
    state.take(Array(script.events[seen...]))
    #expect(state.run?.timeAxis(size: state.size).events == before)
    state.press(.end)
    let axis = try #require(state.run?.timeAxis(size: state.size))
    #expect(axis.endColumn <= axis.columns)
    #expect(try column(ofMoment: 70, in: state) == axis.endColumn - 1)
  }

  @Test("what the lanes are about to do stands to the right of the present")
  func pending() {
    var state = Fixtures.run(Fixtures.held(), finished: false)
    state.type(" t")
    #expect(state.screen.contains("▸ read counter") || state.screen.contains("▸"))
    #expect(state.screen.contains("╷0 events"))
  }
}
