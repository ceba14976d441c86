import ProcModel
import Testing

@testable import ProcViz

/// Everything at length.
@Suite struct ReadingTests {
  @Test("where the panel breaks off, it names the key that shows all of it")
  func all() {
    var state = Fixtures.run(.lostUpdate(), 80, 24)
    for _ in 0..<8 { state.press(.left) }
    #expect(state.screen.contains("… e"))
    state.type("e")
    for _ in 0..<5 { state.press(.right) }
    let top = state.screen
    state.press(.pageDown)
    let text = (top + state.screen).split(separator: "\n").joined(separator: " ")
    #expect(text.contains("both computed 1   and wrote 1"))
    #expect(text.contains("1 update lost"))
    #expect(text.contains("done, I saw 1"))
    #expect(text.contains("3 events back"))
  }

  @Test("it scrolls to its end and not beyond, moves in time, and goes back", arguments: [40, 80])
  func keys(columns: Int) {
    var state = Fixtures.run(.lostUpdate(), columns, 12)
    state.type("e")
    let top = state.screen
    for _ in 0..<99 { state.press(.down) }
    #expect(state.screen.contains("done, I saw 1"))
    let end = state.screen
    state.press(.up)
    #expect(state.screen != end)
    for _ in 0..<9 { state.press(.pageUp) }
    #expect(state.screen == top)
    state.press(.home)
    #expect(state.run?.viewpoint.past?.count == 1)
    #expect(state.screen != top)
    state.press(.escape)
    #expect(state.stack.top.kind == .run)
  }

  @Test("it is there in both languages and in ASCII")
  func languages() {
    for language in Language.allCases {
      var state = Fixtures.run(.lostUpdate(), 80, 24, language)
      state.type("e")
      #expect(state.screen.contains(ReadingTexts.title[language]))
      state.glyphs = .ascii
      let text = ScreenView.frame(of: state).inASCII(keepingText: false).lines.joined()
      #expect(text.filter { !$0.isASCII } == "")
    }
  }
}
