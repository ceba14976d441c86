import ProcModel
import Testing

@testable import ProcViz

/// Hiding lanes and kinds of events.
@Suite struct FilterTests {
  @Test("a family that is hidden has no marks; the counts stay the true ones")
  func family() {
    var state = Fixtures.run(.lostUpdate())
    #expect(state.screen.contains("●") && state.screen.contains("✗"))
    state.type("fjjj ")
    #expect(state.screen.contains("[ ] values"))
    state.press(.escape)
    #expect(!state.screen.contains("●") && !state.screen.contains("✗ "))
    #expect(state.screen.contains("■"))
    #expect(state.screen.contains("filtered"))
    #expect(state.screen.contains("19 events  0 lost"))
    state.type("fa")
    state.press(.escape)
    #expect(state.screen.contains("●") && !state.screen.contains("filtered"))
  }

  @Test("a lane that is hidden has no row and no connectors")
  func lane() {
    var state = Fixtures.run(.lostUpdate())
    state.press(.down, .down)
    state.type("f")
    state.press(.end)
    state.type(" ")
    state.press(.escape)
    let rows = ScreenView.frame(of: state).lines[2..<11].joined(separator: "\n")
    #expect(!rows.contains("Process-2"))
    #expect(rows.contains("Process-1"))
    #expect(!rows.contains("┼"))
    #expect(state.screen.contains("filtered 2 / 3"))
    #expect(state.run?.arrangement.chosen == 0)
  }

  @Test("connectors go to the rows in which their lanes stand")
  func connectors() throws {
    var state = Fixtures.run(.lostUpdate())
    state.run?.arrangement.choice.hidden = [1]
    let run = try #require(state.run)
    let layout = RunLayout(of: run, size: state.size)
    let lines = ScreenView.frame(of: state).lines
    let child = try #require(layout.line(ofRow: 1, firstRow: 0))
    #expect(
      lines[child].contains("Process-2") && lines[child].contains("└") && lines[child].contains("▶")
    )
    let lanes = lines[layout.lanes.row..<layout.lanes.endRow].joined()
    #expect(lanes.filter { $0 == "└" }.count == 1)
    #expect(!lanes.contains("┼") && !lanes.contains("├"))
  }

  @Test("o shows one lane only, and then all again; where all are hidden, the screen says so")
  func only() {
    var state = Fixtures.run(.lostUpdate())
    state.type("f")
    state.press(.end)
    state.type("o")
    #expect(state.run?.laneOrder.rows == [.lane(2)])
    state.type("o")
    #expect(state.run?.laneOrder.rows.count == 3)
    state.type(" k k ")
    state.press(.escape)
    #expect(state.run?.laneOrder.rows.isEmpty == true)
    #expect(state.screen.contains("all lanes are hidden"))
    for key in [Key.up, .down, .left, .end] { state.press(key) }
    #expect(state.screen.contains("FINISHED"))
  }

  @Test("← and → pass over events that are hidden")
  func moving() {
    var state = Fixtures.run(.lostUpdate())
    state.type("fjjjo")
    state.press(.escape)
    var counts: [Int] = []
    for _ in 0..<6 {
      state.press(.left)
      counts.append(state.run?.viewpoint.past?.count ?? 0)
    }
    // The four accesses of the value, what it ought to be, and its making, which is of no family.
    #expect(counts == [12, 11, 10, 9, 3, 2])
    state.press(.right, .right)
    #expect(state.run?.viewpoint.past?.count == 9)
  }

  @Test("what a lane does of a hidden family steps back")
  func spans() throws {
    var state = Fixtures.waiting(80, 24, .en)
    #expect(state.screen.contains("░░ waits for lock-1"))
    state.type("fj ")
    state.press(.escape)
    #expect(!state.screen.contains("░░ waits for lock-1"))
    let run = try #require(state.run)
    let layout = RunLayout(of: run, size: state.size)
    let line = try #require(layout.line(ofRow: 2, firstRow: 0))
    #expect(ScreenView.frame(of: state)[line, layout.chart.endColumn - 8].style == .faint)
  }

  @Test("the filter fits every screen, and the chosen line is seen", arguments: LayoutTests.sizes)
  func sizes(columns: Int, rows: Int) {
    for language in Language.allCases {
      var state = Fixtures.run(.lostUpdate(), columns, rows, language)
      state.type("f")
      for _ in 0..<13 {
        #expect(state.screen.contains("❯ ["))
        state.press(.down)
      }
      let place = ScreenView.frame(of: state).lines.firstIndex { $0.contains("❯ [") } ?? 0
      _ = Update.apply(.mouse(.press(Point(row: place, column: 5))), to: &state)
      #expect(state.run?.arrangement.choice.hidden == [2])
    }
  }
}
