import ProcLessons
import ProcModel
import ProcSchedule
import ProcSession
import Testing

@testable import ProcViz

/// The keys of a search: what they change and what they ask for.
@Suite struct ExploreKeyTests {
  private static let lost = [(Finding.Kind?.none, 3), (.lostUpdate, 2)]

  @Test("x begins a search of what runs, with its settings")
  func begin() {
    var state = Fixtures.run(.lostUpdate())
    let effects = state.type("x")
    guard case .search(let searching)? = effects.first else {
      Issue.record("no search")
      return
    }
    #expect(effects.count == 1)
    #expect(searching.subject == state.run?.subject)
    #expect(searching.strategy == .dpor)
  }

  @Test("x in the menu begins a search of what is chosen")
  func fromMenu() {
    var state = Fixtures.menu(80, 24)
    state.press(.down)
    guard case .search(let searching)? = state.type("x").first else {
      Issue.record("no search")
      return
    }
    #expect(searching.subject.name == "counter")
    state.press(.escape)
    #expect(state.screen.contains("what to look for"))
  }

  @Test("s ends the search, and pressed again the shortening, too")
  func stop() {
    var state = Fixtures.exploring(Fixtures.progress(Self.lost))
    #expect(state.type("s") == [.concludeSearch])
    #expect(state.type("s") == [.haltSearch])
    var other = Fixtures.exploring(Fixtures.progress(Self.lost, .shortening))
    #expect(other.type(" ") == [.haltSearch])
    var over = Fixtures.exploring(Fixtures.progress(Self.lost, .over))
    #expect(over.type("s").isEmpty)
  }

  @Test("t takes the next strategy in turn, r the same")
  func again() {
    var state = Fixtures.exploring(Fixtures.progress(Self.lost, .over))
    #expect(strategy(state.type("t")) == .dfs)
    #expect(strategy(state.type("t")) == .random)
    #expect(strategy(state.type("r")) == .random)
    #expect(strategy(state.type("t")) == .pct)
    #expect(strategy(state.type("t")) == .dpor)
  }

  @Test("what an old search still says is not mixed in")
  func old() {
    var state = Fixtures.exploring(Fixtures.progress(Self.lost))
    state.type("r")
    _ = Update.apply(.explored(search: 1, Fixtures.progress(Self.lost, .over)), to: &state)
    #expect(state.explore?.progress == nil)
  }

  @Test("Enter opens the simplest schedule at its start, and q leads back to the search")
  func open() {
    var state = Fixtures.exploring(Fixtures.progress(Self.lost, .over, isProved: true))
    let effects = state.press(.enter)
    #expect(effects.first == .endSearch)
    guard case .launch(let launching)? = effects.last else {
      Issue.record("nothing was started")
      return
    }
    #expect(launching.isHeld)
    #expect(state.stack.top.kind == .run)
    #expect(state.run?.steering.plan == state.lastSearch?.currentMinimized?.minimal)
    #expect(state.type("q") == [.stop])
    #expect(state.screen.contains("2 of 5 schedules go wrong"))
    state.type("q")
    #expect(state.screen.contains("what to look for"))
  }

  @Test("Enter while the search goes on ends it, and opens the schedule once it has been shortened")
  func openEarly() {
    var state = Fixtures.exploring(Fixtures.progress(Self.lost))
    #expect(state.press(.enter) == [.concludeSearch])
    #expect(state.explore != nil)
    _ = Update.apply(.explored(search: 1, Fixtures.progress(Self.lost, .shortening)), to: &state)
    #expect(state.explore != nil)
    let proved = Fixtures.progress(Self.lost, .shortening, isProved: true)
    let effects = Update.apply(.explored(search: 1, proved), to: &state)
    #expect(effects.first == .endSearch)
    #expect(state.run?.steering.plan != nil)
  }

  @Test("Enter does nothing where nothing was found")
  func nothing() {
    var state = Fixtures.exploring(Fixtures.progress([(nil, 3)], .over, isComplete: true))
    #expect(state.press(.enter).isEmpty)
    #expect(state.explore != nil)
  }

  @Test("the arrows choose a finding, a press does, too, and a second one opens it")
  func choose() {
    let found = [(Finding.Kind?.none, 3), (.lostUpdate, 2), (.deadlock, 1)]
    var state = Fixtures.exploring(Fixtures.progress(found, .over, isProved: true))
    #expect(state.explore?.current?.kind == .lostUpdate)
    state.press(.down, .down)
    #expect(state.explore?.current?.kind == .deadlock)
    state.press(.up)
    #expect(state.explore?.current?.kind == .lostUpdate)
    let row = ScreenView.frame(of: state).lines.firstIndex { $0.contains("✗ deadlock") } ?? 0
    let press = Message.mouse(.press(Point(row: row, column: 10)))
    #expect(Update.apply(press, to: &state).isEmpty)
    #expect(state.explore?.current?.kind == .deadlock)
    #expect(Update.apply(press, to: &state).first == .endSearch)
  }

  @Test("a search that came to its end is shown again, one that was left is not")
  func shownAgain() {
    var state = Fixtures.exploring(Fixtures.progress(Self.lost, .over, isProved: true))
    #expect(state.type("q") == [.endSearch])
    #expect(state.type("x").isEmpty)
    #expect(state.screen.contains("2 of 5"))
    var other = Fixtures.exploring(Fixtures.progress(Self.lost))
    other.type("q")
    #expect(strategy(other.type("x")) == .dpor)
  }

  @Test("help comes on top, and goes back to the search")
  func help() {
    var state = Fixtures.exploring(Fixtures.progress(Self.lost, .over))
    let before = state.screen
    state.type("?")
    #expect(state.screen != before)
    state.press(.escape)
    #expect(state.screen == before)
  }

  private func strategy(_ effects: [Effect]) -> StrategyName? {
    guard case .search(let searching)? = effects.first else { return nil }
    return searching.strategy
  }
}
