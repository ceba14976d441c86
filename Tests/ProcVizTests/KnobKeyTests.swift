import ProcLessons
import ProcModel
import Testing

@testable import ProcViz

/// Turning knobs.
@Suite struct KnobKeyTests {
  private func opened() -> AppState {
    var state = Fixtures.menu(80, 24)
    state.press(.down, .character("o"))
    return state
  }

  private func values(_ state: AppState) -> KnobValues? { state.knobs?.values }

  @Test("arrows turn a choice and a number; Enter runs with them")
  func turn() {
    var state = opened()
    state.press(.right, .down, .down, .right, .right)
    #expect(values(state)?["lock"] == "on")
    #expect(values(state)?["workers"] == "4")
    guard case .launch(let launching)? = state.press(.enter).first else {
      Issue.record("nothing was started")
      return
    }
    #expect(launching.subject.knobs["workers"] == "4")
  }

  @Test("digits set a number")
  func digits() {
    var state = opened()
    state.press(.down, .down)
    state.type("12")
    state.press(.down)
    #expect(values(state)?["workers"] == "12")
  }

  @Test("a number that is not allowed is refused with what is, and can be mended")
  func refused() {
    var state = opened()
    state.press(.down, .down)
    state.type("999")
    #expect(state.press(.enter).isEmpty)
    #expect(state.screen.contains("1 … 200"))
    #expect(state.screen.contains("not allowed"))
    state.press(.backspace)
    state.press(.enter)
    #expect(state.run?.knobs["workers"] == "99")
  }

  @Test("Esc leaves the knobs as they were")
  func cancelled() {
    var state = opened()
    state.press(.right, .escape, .enter)
    #expect(state.run?.knobs["lock"] == "off")
  }
}
