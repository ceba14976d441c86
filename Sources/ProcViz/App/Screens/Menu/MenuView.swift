import ProcLessons
import ProcModel

/// The menu: lessons, their scenarios with one line each, and what to look for in the chosen one.
enum MenuView {
  /// A row of the list.
  private enum Entry: Hashable {
    case lesson(Lesson)
    case scenario(Int)
    case space
  }

  /// The screen.
  static func frame(of state: AppState, bar: [BarView.Item]) -> Frame {
    var frame = Frame(size: state.size)
    drawTitle(state, in: &frame)
    let list = listArea(of: state)
    let (entries, first, count) = visibleEntries(of: state, rows: list.rows)
    for (index, entry) in entries.enumerated() {
      draw(entry, row: list.row + index, state, in: &frame)
    }
    let edge = state.size.columns - 1
    if first > 0 { frame.put(state.glyphs.before, row: list.row, column: edge, style: .key) }
    if first + entries.count < count {
      frame.put(state.glyphs.more, row: list.endRow - 1, column: edge, style: .key)
    }
    drawHint(state, list: list, in: &frame)
    BarView.keys(bar, row: state.size.rows - 1, in: &frame)
    return frame
  }

  /// The scenario whose row is at a place.
  static func scenario(at place: Point, of state: AppState) -> Int? {
    let list = listArea(of: state)
    let entries = visibleEntries(of: state, rows: list.rows).entries
    let index = place.row - list.row
    guard entries.indices.contains(index), case .scenario(let number) = entries[index] else {
      return nil
    }
    return number
  }

  // MARK: - Where things stand

  /// All rows of the list; blank rows between lessons where there is room.
  private static func entries(of state: AppState, isRoomy: Bool) -> [Entry] {
    var entries: [Entry] = []
    for lesson in Lesson.allCases {
      let members = state.scenarios.indices.filter { state.scenarios[$0].lesson == lesson }
      guard !members.isEmpty else { continue }
      if isRoomy, !entries.isEmpty { entries.append(.space) }
      entries.append(.lesson(lesson))
      entries += members.map { .scenario($0) }
    }
    return entries
  }

  /// The rows that are shown, the place of the first among all, and how many there are.
  private static func visibleEntries(
    of state: AppState, rows: Int
  ) -> (entries: [Entry], first: Int, count: Int) {
    let roomy = entries(of: state, isRoomy: true)
    let all = roomy.count <= rows ? roomy : entries(of: state, isRoomy: false)
    guard all.count > rows else { return (all, 0, all.count) }
    let chosen = all.firstIndex(of: .scenario(state.chosenScenario)) ?? 0
    let first = max(0, min(chosen - rows / 2, all.count - rows))
    return (Array(all[first..<first + rows]), first, all.count)
  }

  /// The hint below the list has four rows, three where rows are few.
  private static func listArea(of state: AppState) -> Rect {
    let size = state.size
    let top = size.rows >= 20 ? 2 : 1
    let hint = size.rows >= 30 ? 7 : size.rows >= 20 ? 4 : 3
    return Rect(row: top, column: 0, rows: size.rows - top - hint - 1, columns: size.columns)
  }

  // MARK: - Drawing

  private static func drawTitle(_ state: AppState, in frame: inout Frame) {
    let title = Line("procviz", Style.title.on(.bar))
      .adding("  " + state.look(MenuTexts.subtitle), .bar)
    BarView.title(title, right: state.look(MenuTexts.languages), row: 0, in: &frame)
  }

  private static func draw(_ entry: Entry, row: Int, _ state: AppState, in frame: inout Frame) {
    switch entry {
    case .space: break
    case .lesson(let lesson):
      frame.put(
        Line("\(lesson.rawValue)", .key).adding("  " + state.look(lesson.title), .title),
        row: row, column: 2)
    case .scenario(let index):
      draw(state.scenarios[index], isChosen: index == state.chosenScenario, row: row, state, &frame)
    }
  }

  private static func draw(
    _ scenario: Scenario, isChosen: Bool, row: Int, _ state: AppState, _ frame: inout Frame
  ) {
    let columns = state.size.columns
    let ground: Style.Ground = isChosen ? .chosen : .page
    if isChosen {
      frame.fill(
        Rect(row: row, column: 1, rows: 1, columns: columns - 2), style: Style.text.on(.chosen))
      frame.put(state.glyphs.chosen, row: row, column: 2, style: Style.key.on(ground))
    }
    let name = isChosen ? Style.title.on(ground) : .text
    frame.put(scenario.id, row: row, column: 5, style: name)
    let column = 5 + nameColumns(state)
    frame.put(
      TextLayout.truncated(state.look(scenario.title), to: columns - 2 - column), row: row,
      column: column, style: (isChosen ? Style.text : .dim).on(ground))
  }

  private static func nameColumns(_ state: AppState) -> Int {
    (state.scenarios.map(\.id.count).max() ?? 0) + 3
  }

  private static func drawHint(_ state: AppState, list: Rect, in frame: inout Frame) {
    guard state.scenarios.indices.contains(state.chosenScenario) else { return }
    let size = state.size
    let area = Rect(
      row: list.endRow, column: 0, rows: size.rows - 1 - list.endRow, columns: size.columns)
    frame.fill(
      Rect(row: area.row, column: 1, rows: 1, columns: size.columns - 2),
      with: state.glyphs.horizontal, style: .rule)
    frame.put(" \(state.look(MenuTexts.lookFor)) ", row: area.row, column: 4, style: .title)
    let text = state.look(state.scenarios[state.chosenScenario].lookFor)
    let inner = area.inset(top: 1, bottom: area.rows > 5 ? 1 : 0, left: 5, right: 4)
    frame.put(Line.wrapped(text, to: min(inner.columns, 100)), in: inner)
  }
}
