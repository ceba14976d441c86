import TerminalHarness
import Testing

/// Moving in time. The screen of a finished run rests, so that a move and its way back are seen by
/// comparing whole screens.
@Suite struct TimeKeyTests {
  private func expect(
    _ there: Key, and back: Key, in terminal: Terminal, _ comment: String
  ) throws {
    let before = terminal.screen
    try terminal.press(there)
    try terminal.wait(for: "\(comment): another moment") { $0 != before }
    try terminal.press(back)
    try terminal.wait(toLookLike: before, "\(comment): the present again")
  }

  @Test(arguments: Language.allCases)
  func everyKeyMovesAndEndComesBack(language: Language) throws {
    let terminal = try ProcViz.finished("counter", language: language)
    try expect(.left, and: .end, in: terminal, "left")
    try expect(.home, and: .end, in: terminal, "home")
    try expect("[", and: .end, in: terminal, "a column")
    try expect(.pageUp, and: .end, in: terminal, "ten columns")
  }

  @Test func rightUndoesLeft() throws {
    let terminal = try ProcViz.finished("counter")
    let present = terminal.screen
    try terminal.press(.left)
    let once = try terminal.wait(for: "one step back") { $0 != present }
    try terminal.press(.left)
    try terminal.wait(for: "two steps back") { $0 != once && $0 != present }
    try terminal.press(.right)
    try terminal.wait(toLookLike: once, "one step back again")
  }

  @Test func zoomingInAndOut() throws {
    let terminal = try ProcViz.finished("counter")
    try expect("z", and: "Z", in: terminal, "zoom")
  }

  @Test func theWheelMovesInTime() throws {
    let terminal = try ProcViz.finished("counter")
    let row = try #require(terminal.screen.row(of: "Process-2"))
    let over = Screen.Position(row: row, column: 60)
    try expect(.wheelUp(over), and: .end, in: terminal, "wheel")
  }

  @Test func aLaneIsChosenByKeyAndByMouse() throws {
    let terminal = try ProcViz.finished("counter")
    let before = terminal.screen
    try terminal.press(.down)
    try terminal.wait(for: "another lane") { $0 != before }
    try terminal.press(.up)
    try terminal.wait(toLookLike: before, "the first lane")
    let row = try #require(before.row(of: "Process-3"))
    try terminal.press(.click(Screen.Position(row: row, column: 5)))
    let clicked = try terminal.wait(for: "the lane under the mouse") { $0 != before }
    try terminal.press("k", "k", "k", "j", "j", "j")
    try terminal.wait(toLookLike: clicked, "the same lane by keys")
  }

  /// Looking back while the run goes on: it is collected all the same, and the header says how far
  /// behind the present the view is.
  @Test(arguments: Language.allCases)
  func lookingBackWhileTheRunGoesOn(language: Language) throws {
    let terminal = try ProcViz.open("run", "lock", "--speed", "0.5", language: language)
    try terminal.wait(for: "both workers") { $0.pid(of: "Process-2") != nil && $0.events ?? 0 > 8 }
    try terminal.press(.left, .left)
    let back = try terminal.wait(for: "the past") { $0.header.contains("◀ −") }
    #expect(back.state == .running)
    let there = try #require(back.position(of: "▼"))
    let later = try terminal.wait(for: "more events") { $0.events ?? 0 > (back.events ?? 0) + 4 }
    #expect(later.header.contains("◀ −"))
    #expect(later.position(of: "▼") == there)
    let end = try terminal.wait(for: "the end of the run") { $0.state == .finished }
    #expect(end.position(of: "▼") == there)
    #expect(end.lost == 0)
    try terminal.press(.end)
    try terminal.wait(for: "the present") { !$0.header.contains("◀") }
  }

  @Test(arguments: Language.allCases)
  func eventsInsteadOfTime(language: Language) throws {
    let terminal = try ProcViz.finished("counter", language: language)
    let time = terminal.screen
    try terminal.press("t")
    let events = try terminal.wait(for: "an axis of events") {
      $0.contains(language == .english ? "0 events" : "0 个事件")
    }
    #expect(events.line(of: "Process-1") != time.line(of: "Process-1"))
    try terminal.press("z", .left)
    try terminal.wait(for: "the past") { $0.header.contains("◀ −") && $0.contains("▼") }
    try terminal.press("Z", .end, "t")
    try terminal.wait(toLookLike: time, "time again")
  }

  @Test func hiddenKindsHaveNoMarks() throws {
    let terminal = try ProcViz.finished("counter")
    let all = terminal.screen
    #expect(all.line(of: "Process-1").contains("✗") || all.line(of: "Process-1").contains("◆"))
    try terminal.press("f")
    try terminal.wait(for: "the filter") { $0.contains("[✓] values") }
    try terminal.press("j", "j", "j", " ")
    try terminal.wait(for: "a family that is off") { $0.contains("[ ] values") }
    try terminal.press(.escape)
    let some = try terminal.wait(for: "the run") { $0.contains("filtered") && $0.shows("counter") }
    #expect(!some.line(of: "Process-1").contains("◆") && !some.line(of: "Process-1").contains("●"))
    #expect(some.events == all.events)
    try terminal.press("f", "a", .escape)
    try terminal.wait(toLookLike: all, "everything again")
  }
}
