import ProcLessons
import ProcModel
import Testing

@testable import ProcViz

/// What must be true of every screen, at every size and in every look.
@Suite struct LayoutTests {
  static let sizes = [(40, 12), (60, 20), (72, 24), (80, 24), (100, 30), (120, 36), (200, 60)]

  @Test("nothing is drawn outside, and wide signs are whole", arguments: sizes)
  func wholeCells(columns: Int, rows: Int) {
    for language in Language.allCases {
      for script in [Script.lostUpdate(), .waitingForLock(), .blockedForever(), Fixtures.held()] {
        let frame = ScreenView.frame(
          of: Fixtures.run(script, finished: false, columns, rows, language))
        #expect(frame.size == Size(columns: columns, rows: rows))
        for row in 0..<rows {
          #expect(frame.row(row).reduce(0) { $0 + Int($1.width) } == columns)
        }
      }
    }
  }

  @Test("the header always says what the contract wants", arguments: sizes)
  func header(columns: Int, rows: Int) {
    for language in Language.allCases {
      let state = Fixtures.run(.lostUpdate(), columns, rows, language)
      let header = ScreenView.frame(of: state).lines.prefix(2).joined(separator: " ")
      for word in ["counter", "FINISHED", "fork", "lock:off", "19 events", "0 lost"] {
        #expect(header.contains(word))
      }
    }
  }

  @Test("the menu shows all scenarios of the tutorial", arguments: Language.allCases)
  func menu(language: Language) {
    let state = AppState(
      size: Size(columns: 120, rows: 36), language: language, scenarios: Tutorial.scenarios)
    for scenario in Tutorial.scenarios { #expect(state.screen.contains(" \(scenario.id) ")) }
  }

  @Test("where they are too many for the screen, the menu goes along", arguments: sizes)
  func longMenu(columns: Int, rows: Int) {
    var state = AppState(
      size: Size(columns: columns, rows: rows), language: .en, scenarios: Tutorial.scenarios)
    for scenario in Tutorial.scenarios {
      #expect(state.screen.contains("❯  \(scenario.id)"))
      state.press(.down)
    }
  }

  @Test("in ASCII, our own signs are ASCII", arguments: sizes)
  func ascii(columns: Int, rows: Int) {
    var state = Fixtures.run(.waitingForLock(), finished: false, columns, rows)
    state.glyphs = .ascii
    state.type("?")
    state.press(.escape)
    let frame = ScreenView.frame(of: state)
    // The bar offers the other language under its own name.
    let text = frame.lines.dropLast().joined()
    #expect(text.filter { !$0.isASCII } == "")
    #expect(frame.inASCII(keepingText: false).lines.joined().filter { !$0.isASCII } == "")
  }

  @Test(
    "a screen that is too small says what it needs",
    arguments: [(39, 12), (40, 11), (10, 3), (1, 1)])
  func tooSmall(columns: Int, rows: Int) {
    for language in Language.allCases {
      var state = Fixtures.run(.lostUpdate(), 80, 24, language)
      _ = Update.apply(.resized(Size(columns: columns, rows: rows)), to: &state)
      if columns >= 39 { #expect(state.screen.contains("40×12")) }
      _ = Update.apply(.resized(Size(columns: 80, rows: 24)), to: &state)
      #expect(state.screen.contains("FINISHED"))
    }
  }

  @Test("lanes keep their rows while a run goes on, and panels their place")
  func nothingJumps() {
    var state = Fixtures.run(Script(), finished: false)
    var layouts: Set<RunLayout> = []
    for event in Script.lostUpdate().events {
      state.take([event])
      if let run = state.run { layouts.insert(RunLayout(of: run, size: state.size)) }
    }
    #expect(layouts.count == 1)
  }

  @Test("of 200 lanes, the chosen one is always in sight")
  func manyLanes() {
    var script = Script()
    script.beginMain()
    for number in 1...200 {
      script.at(Double(number))
      script.start(Int32(5000 + number), "Process-\(number)")
      script.begin(Int32(5000 + number), "Process-\(number)")
    }
    var state = Fixtures.run(script, finished: false)
    for _ in 0..<150 { state.press(.down) }
    #expect(state.screen.contains("❯ Process-150"))
    for _ in 0..<149 { state.press(.up) }
    #expect(state.screen.contains("❯ Process-1 "))
  }

  @Test("help names every key of the contract", arguments: Language.allCases)
  func help(language: Language) {
    var state = Fixtures.run(.lostUpdate(), 80, 400, language)
    state.type("?")
    let words = Set(state.screen.split { $0 == " " || $0 == "\n" }.map(String.init))
    for key in [
      "s", "l", "m", "o", "r", "n", "p", "+", "-", "←", "→", "Home", "End", "z", "Z", "i",
    ] {
      #expect(words.contains(key))
    }
    for key in [
      "↑", "↓", "j", "k", "Enter", "L", "?", "q", "Esc", "Ctrl-C",
      Key.character(" ").label[language],
    ] {
      #expect(words.contains(key))
    }
  }
}
