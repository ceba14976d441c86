import ProcModel
import Testing

@testable import ProcViz

/// Which lane stands in which row: folding, grouping, ranking.
@Suite struct LaneOrderTests {
  /// The names at the left of the screen, from the top, with the sign of the chosen one.
  private func names(_ state: AppState) -> [String] {
    guard let run = state.run else { return [] }
    let layout = RunLayout(of: run, size: state.size)
    let lines = ScreenView.frame(of: state).lines
    return (0..<layout.lanes.rows).compactMap { row in
      guard row % layout.rowsPerLane == 0 else { return nil }
      let name = lines[layout.lanes.row + row].prefix(layout.nameColumns + 2)
      let words = name.split(separator: " ").joined(separator: " ")
      return words.isEmpty ? nil : words
    }
  }

  @Test("F folds what has ended by the moment that is looked at, and shows it again")
  func fold() {
    var state = Fixtures.run(.lostUpdate())
    state.press(.left, .left, .left)
    state.type("F")
    #expect(names(state) == ["❯ MainProcess", "▸ ended ×2"])
    #expect(state.screen.contains("2 that have ended are folded"))
    state.press(.down)
    #expect(state.run?.arrangement.chosen == 1)
    #expect(names(state) == ["MainProcess", "❯ ▸ ended ×2"])
    state.press(.enter)
    #expect(names(state) == ["MainProcess", "❯ Process-1", "Process-2"])
    state.press(.home)
    state.type("F")
    #expect(state.screen.contains(LaneTexts.nothingEnded.en))
    #expect(names(state).count == 3)
  }

  @Test("what ends later does not disappear from under one's eyes")
  func nothingJumps() {
    let events = Script.lostUpdate().events
    var state = Fixtures.run(Script(), finished: false)
    state.take(Array(events.prefix(14)))
    state.type("F")
    #expect(names(state).last == "▸ ended ×1")
    let before = names(state)
    state.take(Array(events.dropFirst(14)))
    _ = Update.apply(.ended(run: 1), to: &state)
    #expect(names(state) == before)
    state.type("FF")
    #expect(names(state) == ["❯ ▸ ended ×3"])
  }

  @Test("how folded lanes ended is seen in their row")
  func ends() {
    var script = Script.lostUpdate()
    script.at(40)
    var state = Fixtures.run(script)
    state.type("F")
    let line = ScreenView.frame(of: state).lines.first { $0.contains("▸ ended") } ?? ""
    #expect(line.filter { $0 == "■" }.count == 3)
  }

  @Test("O puts who waits or holds first, and stays until it is pressed again")
  func rank() {
    var script = Script.waitingForLock()
    var state = Fixtures.run(script, finished: false)
    #expect(names(state) == ["❯ MainProcess", "Process-1", "Process-2"])
    state.type("O")
    #expect(names(state) == ["Process-2", "Process-1", "❯ MainProcess"])
    let seen = script.events.count
    script.at(2_400)
    script.add(.lockRelease, by: 4712, object: Script.lock)
    script.add(.lockAcquire, by: 4713, object: Script.lock, value: 1)
    script.start(4714, "Process-3")
    state.take(Array(script.events[seen...]))
    #expect(names(state) == ["Process-2", "Process-1", "❯ MainProcess", "Process-3"])
    state.type("O")
    #expect(names(state) == ["❯ MainProcess", "Process-1", "Process-2", "Process-3"])
  }

  @Test("the workers of a pool share a row that says how many are at work")
  func group() {
    var state = Fixtures.run(pool())
    state.type("g")
    #expect(names(state) == ["❯ MainProcess", "▸ pool-1 ×2"])
    let line = ScreenView.frame(of: state).lines.first { $0.contains("▸ pool-1") } ?? ""
    #expect(line.contains("2"))
    #expect(line.contains("┈") && line.contains("━"))
    state.press(.down, .enter)
    #expect(names(state) == ["MainProcess", "❯ Process-1", "Process-2"])
    state.press(.enter)
    #expect(names(state) == ["MainProcess", "❯ ▸ pool-1 ×2"])
    state.type("g")
    #expect(names(state).count == 3)
  }

  @Test("where there is no pool, g says so")
  func noPool() {
    var state = Fixtures.run(.lostUpdate())
    state.type("g")
    #expect(state.screen.contains(LaneTexts.noWorkers.en))
    #expect(names(state).count == 3)
  }

  @Test("what is told of marks and rows has room on 80 columns", arguments: Language.allCases)
  func notices(language: Language) {
    let notices = [
      LaneTexts.grouped, LaneTexts.ranked, LaneTexts.noWorkers, LaneTexts.nothingEnded,
      LaneTexts.folded(1), LaneTexts.folded(1_000), MarkTexts.none, MarkTexts.removed(left: 10),
      MarkTexts.set(at: 59_000_000_000, number: 10, of: 10),
    ]
    for notice in notices { #expect(TextLayout.width(of: notice[language]) <= 77) }
  }

  @Test("mouse, digits and connectors go by rows")
  func rows() throws {
    var state = Fixtures.run(Fixtures.held(), finished: false)
    _ = state.type(" ")
    state.type("O")
    let order = try #require(state.run?.laneOrder)
    let run = try #require(state.run)
    let layout = RunLayout(of: run, size: state.size)
    for (row, lane) in order.rows.map(\.first).enumerated() {
      let line = try #require(layout.line(ofRow: row, firstRow: 0))
      _ = Update.apply(.mouse(.press(Point(row: line, column: 3))), to: &state)
      #expect(state.run?.arrangement.chosen == lane)
      #expect(ScreenView.frame(of: state).lines[line].hasPrefix("\(row + 1)❯"))
      #expect(order.row(of: lane) == row)
    }
  }

  @Test("running again keeps what is grouped and hidden, but not what was folded or ranked")
  func again() {
    var state = Fixtures.run(.lostUpdate())
    state.type("FO")
    state.run?.arrangement.choice.hidden = [1]
    state.type("r")
    #expect(state.run?.arrangement.choice.hidden == [1])
    #expect(state.run?.arrangement.choice.folded == [])
    #expect(state.run?.arrangement.choice.ranked == nil)
  }

  private func pool() -> Script {
    let pool = ObjectID(creator: Script.main, number: 9)
    var script = Script()
    script.beginMain()
    script.add(
      .objectDefine, by: Script.main, object: pool, value: ObjectKind.pool.rawValue,
      text: "pool-1")
    for worker: Int32 in 1...2 {
      script.at(Double(worker))
      script.start(4711 + worker, "Process-\(worker)")
      script.begin(4711 + worker, "Process-\(worker)")
      script.add(.processIdle, by: 4711 + worker, extra: pool.rawValue, text: "pool-1")
    }
    script.at(10)
    for worker: Int32 in 1...2 {
      script.add(
        .taskBegin, by: 4711 + worker, object: pool, extra: UInt64(worker), text: "square")
    }
    script.at(20)
    for worker: Int32 in 1...2 {
      script.add(.taskEnd, by: 4711 + worker, object: pool, extra: UInt64(worker), text: "square")
      script.add(.processIdle, by: 4711 + worker, extra: pool.rawValue, text: "pool-1")
    }
    script.at(30)
    script.exit(4712)
    script.exit(4713)
    script.exit(Script.main)
    return script
  }
}
