import ProcLessons
import ProcModel
import ProcSchedule
import ProcSession

/// The screen of a search: how far it is, what came of the schedules, and what goes wrong in one.
enum ExploreView {
  /// The screen.
  static func frame(of explore: ExploreState, look: Look, size: Size, bar: [BarView.Item]) -> Frame
  {
    var frame = Frame(size: size)
    let title = title(of: explore, look: look)
    BarView.title(
      title, right: right(of: explore, look, room: size.columns - 4 - title.width), row: 0,
      in: &frame)
    let layout = Areas(of: explore, size: size)
    drawHeadline(explore, look, in: layout.headline, of: &frame)
    drawNumbers(explore, look, row: layout.numbersRow, in: &frame)
    rule(SearchTexts.outcomes, row: layout.bars.row - layout.ruleDistance, look, in: &frame)
    OutcomeBars.draw(explore, look, in: layout.bars, of: &frame)
    if let found = explore.current, layout.details.rows > 1 {
      rule(
        FindingTexts.name(found.kind), row: layout.details.row - layout.ruleDistance, look,
        in: &frame)
      FoundView.draw(found, explore, look, in: layout.details, of: &frame)
    } else if !explore.isGoingOn || layout.details.rows > 3 {
      drawClasses(look, in: layout.details, of: &frame)
    }
    BarView.keys(bar, row: size.rows - 1, in: &frame)
    return frame
  }

  /// The finding whose row is at a place.
  static func finding(at place: Point, of explore: ExploreState, size: Size) -> Finding.Kind? {
    let bars = Areas(of: explore, size: size).bars
    let rows = OutcomeBars.rows(of: explore)
    let index = place.row - bars.row
    guard bars.contains(place), rows.indices.contains(index) else { return nil }
    if case .finding(let kind) = rows[index].outcome { return kind }
    return nil
  }

  /// Where everything stands.
  struct Areas {
    let headline: Rect
    let numbersRow: Int
    let bars: Rect
    let details: Rect
    /// How far a rule is above what it stands over.
    let ruleDistance: Int

    init(of explore: ExploreState, size: Size) {
      let isTall = size.rows >= 20
      let top = isTall ? 2 : 1
      let inner = Rect(size).inset(left: 2, right: 2)
      let rows = size.rows >= 30 ? 3 : isTall ? 2 : 1
      headline = Rect(row: top, column: inner.column, rows: rows, columns: inner.columns)
      numbersRow = headline.endRow + (isTall ? 1 : 0)
      // A blank row below each rule where there is plenty of room.
      ruleDistance = size.rows >= 30 ? 2 : 1
      let gap = size.rows >= 30 ? 1 : 0
      let barsRow = numbersRow + (isTall ? 3 : 2) + gap
      let count = max(1, OutcomeBars.rows(of: explore).count)
      let last = size.rows - 1
      bars = Rect(
        row: barsRow, column: 1, rows: min(count, last - barsRow), columns: size.columns - 2)
      let detailsRow = bars.endRow + (isTall ? 2 : 1) + gap
      details = Rect(
        row: detailsRow, column: inner.column, rows: last - detailsRow, columns: inner.columns)
    }
  }

  private static func title(of explore: ExploreState, look: Look) -> Line {
    var line = Line("procviz", Style.title.on(.bar))
      .adding("  " + look(SearchTexts.title) + " › ", .bar)
      .adding(Sanitizer.line(explore.subject.name), Style.title.on(.bar))
    for knob in explore.subject.turnedKnobs {
      line.add("  \(knob.name):\(Sanitizer.line(knob.value))", .bar)
    }
    return line
  }

  /// The strategy, and what it does where there is room to say it.
  private static func right(of explore: ExploreState, _ look: Look, room: Int) -> String {
    let name = explore.strategy.rawValue
    let full = "\(name): \(look(SearchTexts.strategy(explore.strategy)))"
    return TextLayout.width(of: full) <= room ? full : name
  }

  private static func drawHeadline(
    _ explore: ExploreState, _ look: Look, in area: Rect, of frame: inout Frame
  ) {
    let headline = Headline(of: explore, glyphs: look.glyphs)
    frame.put(headline.sign, row: area.row, column: area.column, style: headline.style)
    var lines = Line.wrapped(
      look(headline.text), to: area.columns - 2, style: headline.style)
    let notes = headline.notes.map { look($0) }.joined(separator: look.language == .zh ? "" : " ")
    lines += Line.wrapped(notes, to: area.columns - 2, style: .dim)
    frame.put(lines, in: area.inset(left: 2))
  }

  private static func drawNumbers(
    _ explore: ExploreState, _ look: Look, row: Int, in frame: inout Frame
  ) {
    let counts = explore.progress?.counts
    let numbers = [
      (SearchTexts.schedules, (counts?.schedules ?? 0).grouped),
      (SearchTexts.classes, (counts?.classes ?? 0).grouped),
      (SearchTexts.perSecond, explore.rate.grouped),
      (SearchTexts.time, TimeText.short(explore.progress?.time ?? 0)),
    ]
    var line = Line()
    for (index, (name, value)) in numbers.enumerated() {
      if index > 0 { line.add("   ") }
      // Room for what is to come: numbers that grow push nothing aside.
      line.add(look(name) + " ", .dim)
      line.add(TextLayout.padded(value, to: index == 3 ? 8 : 6), .title)
    }
    let end = frame.put(line, row: row, column: 4, limit: frame.size.columns - 6)
    guard explore.isGoingOn else { return }
    let limits = look(
      SearchTexts.limits(
        ExploreState.maxSchedules.grouped, TimeText.short(ExploreState.maxTime)))
    if end + 2 + TextLayout.width(of: limits) < frame.size.columns {
      frame.putRight(limits, row: row, endColumn: frame.size.columns - 2, style: .faint)
    }
  }

  private static func rule(_ title: Localized, row: Int, _ look: Look, in frame: inout Frame) {
    guard row > 0, row < frame.size.rows - 1 else { return }
    frame.fill(
      Rect(row: row, column: 1, rows: 1, columns: frame.size.columns - 2),
      with: look.glyphs.horizontal, style: .rule)
    frame.put(" \(look(title)) ", row: row, column: 3, style: .title)
  }

  private static func drawClasses(_ look: Look, in area: Rect, of frame: inout Frame) {
    frame.put(
      Line.wrapped(look(SearchTexts.whatClassesAre), to: area.columns - 4, style: .dim),
      in: area.inset(left: 2))
  }
}

extension Subject {
  /// The settings that are not at their defaults, and the lock, which matters most.
  var turnedKnobs: [KnobValues.Pair] {
    guard case .scenario(let choice) = self else { return [] }
    let standard = choice.scenario.allKnobs
    return knobs.pairs.filter { knob in
      knob.name == "lock" || standard.first { $0.name == knob.name }?.standard != knob.value
    }
  }
}
