import ProcLessons
import ProcModel
import ProcSession
import Testing

@testable import ProcViz

/// Going from screen to screen, and back.
@Suite struct ScreenStackTests {
  private static let sizes = [(80, 24), (120, 36), (40, 12)]

  @Test(
    "? and Esc, on every screen, lead to the very same frame",
    arguments: ScreenKind.allCases.filter { $0 != .line })
  func helpAndBack(kind: ScreenKind) {
    for language in Language.allCases {
      for (columns, rows) in Self.sizes {
        for var state in ScreenSamples.states(of: kind, columns, rows, language) {
          // A key takes a notice away.
          state.run?.notice = nil
          let before = ScreenView.frame(of: state)
          #expect(state.press("?").isEmpty)
          if kind != .help { #expect(state.stack.top.kind == .help) }
          state.press(.down, .pageDown)
          if kind != .help { state.press(.escape) } else { continue }
          #expect(ScreenView.frame(of: state) == before)
        }
      }
    }
  }

  @Test("knobs that are being turned are still turned after a look at help")
  func knobs() {
    var state = Fixtures.menu(80, 24)
    state.press(.down, "o", .right, .down, .down, "1", "2", "?", .escape, .enter)
    #expect(state.run?.knobs["lock"] == "on")
    #expect(state.run?.knobs["workers"] == "12")
  }

  @Test("a sample of a screen shows that screen", arguments: ScreenKind.allCases)
  func samples(kind: ScreenKind) {
    let states = ScreenSamples.states(of: kind)
    #expect(!states.isEmpty)
    for state in states { #expect(state.top.kind == kind) }
  }

  @Test("a run that a search has led to leads back to it, also after it was made again")
  func search() {
    for key: Key in ["r", "u"] {
      var state = Fixtures.exploring(
        Fixtures.progress([(.lostUpdate, 2)], .over, isProved: true))
      state.press(.enter)
      #expect(state.stack.kinds == [.menu, .explore, .run])
      state.press(key)
      #expect(state.press("q") == [.stop])
      #expect(state.stack.kinds == [.menu, .explore])
    }
  }

  @Test("a run with other settings does not lead back to a search of the old ones")
  func otherRun() {
    var state = Fixtures.exploring(Fixtures.progress([(.lostUpdate, 2)], .over, isProved: true))
    state.press(.enter, "l")
    #expect(state.stack.kinds == [.menu, .run])
    state.press("q")
    #expect(state.stack.kinds == [.menu])
  }

  @Test("who is asked for a line while the wait-for graph is open sees it typed")
  func line() {
    var script = Script()
    script.beginMain()
    script.at(5)
    script.gate(Script.main, before: .inputRead, object: .none, slot: 1)
    var state = Fixtures.run(script, finished: false)
    state.type(" w")
    #expect(state.stack.top.kind == .waitGraph)
    state.type("s")
    #expect(state.stack.top.kind == .run)
    state.type("ab")
    #expect(state.run?.typing?.text == "ab")
  }
}
