import ProcModel

/// What is shown and what is hidden: families of events, and lanes.
enum FilterView {
  /// The screen.
  static func frame(of run: RunState, chosen: Int, look: Look, size: Size, bar: [BarView.Item])
    -> Frame
  {
    var frame = Frame(size: size)
    let title = Line("procviz", Style.title.on(.bar))
      .adding("  " + look(FilterTexts.title) + " › ", .bar)
      .adding(Sanitizer.line(run.subject.name), Style.title.on(.bar))
    BarView.title(title, right: count(run, look), row: 0, in: &frame)
    let area = area(size)
    let lines = lines(of: run)
    let first = first(lines, chosen: chosen, rows: area.rows)
    for (index, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
      draw(line, isChosen: line.item == chosen, row: area.row + index, run, look, &frame)
    }
    BarView.keys(bar, row: size.rows - 1, in: &frame)
    return frame
  }

  /// The item at a place, by its number, if any.
  static func item(at place: Point, of run: RunState, chosen: Int, size: Size) -> Int? {
    let area = area(size)
    guard area.contains(place) else { return nil }
    let lines = lines(of: run)
    let index = first(lines, chosen: chosen, rows: area.rows) + place.row - area.row
    return lines.indices.contains(index) ? lines[index].item : nil
  }

  /// A heading, an item by its number, or a blank line.
  private struct Entry {
    var title: Localized?
    var item: Int?
  }

  private static func area(_ size: Size) -> Rect {
    Rect(size).inset(top: size.rows >= 20 ? 2 : 1, bottom: size.rows >= 20 ? 2 : 1)
  }

  private static func lines(of run: RunState) -> [Entry] {
    let families = EventFamily.allCases.count
    let items = run.filterItems
    return [Entry(title: FilterTexts.families)] + (0..<families).map { Entry(item: $0) }
      + [Entry(), Entry(title: RunTexts.lanes)] + (families..<items.count).map { Entry(item: $0) }
  }

  /// The first line shown: so that the chosen one is seen.
  private static func first(_ lines: [Entry], chosen: Int, rows: Int) -> Int {
    let line = lines.firstIndex { $0.item == chosen } ?? 0
    return max(0, min(line - rows / 2, lines.count - rows))
  }

  private static func count(_ run: RunState, _ look: Look) -> String {
    let items = run.filterItems
    return look(FilterTexts.hidden(items.count { !run.isShown($0) }))
  }

  private static func draw(
    _ line: Entry, isChosen: Bool, row: Int, _ run: RunState, _ look: Look, _ frame: inout Frame
  ) {
    if let title = line.title { frame.put(look(title), row: row, column: 2, style: .title) }
    guard let number = line.item else { return }
    let item = run.filterItems[number]
    let ground: Style.Ground = isChosen ? .chosen : .page
    if isChosen {
      frame.fill(
        Rect(row: row, column: 1, rows: 1, columns: frame.size.columns - 2),
        style: Style.text.on(ground))
      frame.put(look.glyphs.chosen, row: row, column: 2, style: Style.key.on(ground))
    }
    let isShown = run.isShown(item)
    frame.put(
      isShown ? "[\(look.glyphs.good)]" : "[ ]", row: row, column: 4,
      style: (isShown ? Style.good : .dim).on(ground))
    let (name, style) = name(of: item, run, look)
    let end = frame.put(name, row: row, column: 8, style: (isShown ? style : .dim).on(ground))
    guard case .family(let family) = item else { return }
    let column = max(24, end + 2)
    frame.put(
      TextLayout.truncated(look(FilterTexts.examples(family)), to: frame.size.columns - 2 - column),
      row: row, column: column, style: Style.dim.on(ground))
  }

  private static func name(of item: FilterItem, _ run: RunState, _ look: Look) -> (String, Style) {
    switch item {
    case .family(let family): (look(FilterTexts.name(family)), .text)
    case .lane(let lane):
      (Sanitizer.line(run.run.world.lanes[lane].name), Style(role: .laneTitle(lane)))
    }
  }
}
