import ProcModel
import Testing

@testable import ProcViz

/// Typing for a process that waits for a line.
@Suite struct InputLineTests {
  private func waiting() -> AppState {
    var script = Script()
    script.beginMain()
    script.at(5)
    script.add(.inputWait, by: Script.main, text: ">>> ")
    return Fixtures.run(script, finished: false)
  }

  @Test("a process that waits for a line is offered one, and Enter alone is an empty line")
  func offered() {
    var state = waiting()
    #expect(state.screen.contains("MainProcess waits for a line"))
    #expect(state.press(.enter) == [.type("")])
  }

  @Test("i opens the line, keys go into it, Enter sends it")
  func typed() {
    var state = waiting()
    state.type("i")
    state.type("qL锁x")
    state.press(.backspace)
    #expect(state.screen.contains("input for MainProcess ❯ qL锁"))
    #expect(ScreenView.frame(of: state).cursor != nil)
    #expect(state.press(.enter) == [.type("qL锁")])
    #expect(state.run?.typing == nil)
    #expect(state.language == .en)
  }

  @Test("Enter says why it does nothing")
  func nothing() {
    var state = Fixtures.run(.lostUpdate())
    #expect(state.press(.enter).isEmpty)
    #expect(state.screen.contains(RunTexts.nothingToOpen.en))
  }

  @Test("while a line is typed, the bar names its keys, not those of the run")
  func bar() {
    var state = waiting()
    let above = state.screen.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    #expect(above.contains("space pause"))
    state.type("i")
    let bar = state.screen.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    #expect(bar.contains("Enter send   Esc cancel"))
    #expect(!bar.contains("pause"))
  }

  @Test("on a low screen the line stands where the keys do, and names its own")
  func low() {
    var state = waiting()
    _ = Update.apply(.resized(Size(columns: 60, rows: 12)), to: &state)
    state.type("i")
    #expect(state.screen.contains("input for MainProcess"))
    #expect(state.screen.contains("Enter send  Esc cancel"))
  }

  @Test("Esc takes the line back")
  func cancelled() {
    var state = waiting()
    state.type("iab")
    #expect(state.press(.escape).isEmpty)
    #expect(state.run?.typing == nil)
    #expect(state.run != nil)
  }
}
