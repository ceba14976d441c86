import ProcModel
import Testing

@testable import ProcViz

/// Marked moments.
@Suite struct MarkTests {
  @Test("M marks the moment that is looked at, and ' goes from mark to mark, round and round")
  func jump() {
    var state = Fixtures.run(.lostUpdate())
    state.press(.left, .left)
    state.type("M")
    #expect(state.screen.contains("marked 00:00.032 (1 of 1)"))
    state.press(.home)
    state.type("M")
    state.press(.end)
    state.type("'")
    #expect(state.run?.viewpoint.past?.count == 1)
    #expect(state.screen.contains("mark 1 of 2"))
    state.type("'")
    #expect(state.run?.viewpoint.past?.count == 17)
    state.type("'")
    #expect(state.run?.viewpoint.past?.count == 1)
  }

  @Test("M on a mark takes it away; without a mark, ' says how to set one")
  func remove() {
    var state = Fixtures.run(.lostUpdate())
    state.type("'")
    #expect(state.screen.contains(MarkTexts.none.en))
    #expect(state.run?.viewpoint.past == nil)
    state.press(.left)
    state.type("MM'")
    #expect(state.run?.viewpoint.marks.moments.isEmpty == true)
    #expect(state.screen.contains(MarkTexts.none.en))
  }

  @Test("marks are shown on the axis, and survive zooming", arguments: [Glyphs.unicode, .ascii])
  func axis(glyphs: Glyphs) throws {
    var state = Fixtures.run(.lostUpdate())
    state.glyphs = glyphs
    for _ in 0..<8 { state.press(.left) }
    state.type("M")
    for keys in ["", "z", "zz", "ZZZZ"] {
      state.type(keys)
      state.press(.right)
      let run = try #require(state.run)
      let column =
        RunLayout(of: run, size: state.size).chart.column
        + run.timeAxis(size: state.size).column(of: run.time(ofCount: 11))
      #expect(ScreenView.frame(of: state)[1, column].glyph == glyphs.flag)
      state.press(.left)
      #expect(state.run?.viewpoint.past?.count == 11)
      #expect(ScreenView.frame(of: state)[1, column].style == .key)
    }
  }

  @Test("a mark in the present stays where it is when the run goes on")
  func live() {
    var script = Script.waitingForLock()
    var state = Fixtures.run(script, finished: false)
    state.type("M")
    let seen = script.events.count
    script.at(2_400)
    script.add(.sleepEnd, by: 4712)
    state.take(Array(script.events[seen...]))
    state.type("'")
    #expect(state.run?.viewpoint.past?.count == seen)
  }
}
