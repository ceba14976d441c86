import ProcLessons
import ProcModel

/// The knobs of a scenario: what can be turned, how far, and to what it is set.
enum KnobsView {
  /// The screen.
  static func frame(
    _ knobs: KnobsState, of scenario: Scenario, look: Look, size: Size, bar: [BarView.Item]
  ) -> Frame {
    var frame = Frame(size: size)
    let title = Line("procviz", Style.title.on(.bar))
      .adding("  \(scenario.lesson.rawValue) \(look(scenario.lesson.title)) › ", .bar)
      .adding(scenario.id, Style.title.on(.bar))
    BarView.title(title, right: look(KnobsTexts.title), row: 0, in: &frame)
    let list = listArea(of: scenario, size: size)
    let first = firstKnob(knobs.chosen, rows: list.rows)
    for (index, knob) in scenario.allKnobs.enumerated().dropFirst(first).prefix(list.rows) {
      draw(
        knob, knobs, isChosen: index == knobs.chosen, row: list.row + index - first, look, &frame)
    }
    drawHelp(of: scenario, knobs, below: list, look, &frame)
    BarView.keys(bar, row: size.rows - 1, in: &frame)
    return frame
  }

  /// The knob whose row is at a place.
  static func knob(at place: Point, of scenario: Scenario, size: Size) -> Int? {
    let list = listArea(of: scenario, size: size)
    return list.contains(place) ? place.row - list.row : nil
  }

  private static func listArea(of scenario: Scenario, size: Size) -> Rect {
    let top = size.rows >= 20 ? 2 : 1
    return Rect(
      row: top, column: 0, rows: min(scenario.allKnobs.count, size.rows - top - 6),
      columns: size.columns)
  }

  private static func firstKnob(_ chosen: Int, rows: Int) -> Int { max(0, chosen - rows + 1) }

  private static func draw(
    _ knob: Knob, _ knobs: KnobsState, isChosen: Bool, row: Int, _ look: Look,
    _ frame: inout Frame
  ) {
    let ground: Style.Ground = isChosen ? .chosen : .page
    if isChosen {
      frame.fill(
        Rect(row: row, column: 1, rows: 1, columns: frame.size.columns - 2),
        style: Style.text.on(ground))
      frame.put(look.glyphs.chosen, row: row, column: 2, style: Style.key.on(ground))
    }
    frame.put(knob.name, row: row, column: 5, style: (isChosen ? Style.title : .text).on(ground))
    let column = 5 + 16
    let limit = frame.size.columns - 2 - column
    frame.put(
      value(of: knob, knobs, isChosen: isChosen, ground, columns: limit), row: row,
      column: column, limit: limit)
  }

  /// The words of a choice with the set one marked, or a number and its bounds.
  private static func value(
    of knob: Knob, _ knobs: KnobsState, isChosen: Bool, _ ground: Style.Ground,
    columns: Int
  ) -> Line {
    let value = knobs.values[knob.name]
    if case .choice(let words) = knob.domain {
      var line = Line()
      for word in words {
        let isSet = word == value
        line.add(isSet ? "[\(word)]" : " \(word) ", (isSet ? Style.key : .dim).on(ground))
        line.add(" ", Style.text.on(ground))
      }
      // Where not all words have room, the one that is set does.
      return line.width - 2 <= columns
        ? line : Line("[\(value)]", Style.key.on(ground)).adding(" …", Style.dim.on(ground))
    }
    let typed = isChosen ? knobs.typed.map { $0 + "_" } : nil
    let style: Style = isChosen && knobs.isRefused ? .danger : .key
    return Line("[\(typed ?? value)]", style.on(ground))
      .adding("  \(knob.allowed)", Style.dim.on(ground))
  }

  private static func drawHelp(
    of scenario: Scenario, _ knobs: KnobsState, below list: Rect, _ look: Look,
    _ frame: inout Frame
  ) {
    let knob = scenario.allKnobs[knobs.chosen]
    let size = frame.size
    frame.fill(
      Rect(
        row: list.endRow + (size.rows >= 20 ? 1 : 0), column: 1, rows: 1, columns: size.columns - 2),
      with: look.glyphs.horizontal, style: .rule)
    let top = list.endRow + (size.rows >= 20 ? 2 : 1)
    let area = Rect(row: top, column: 5, rows: size.rows - 1 - top, columns: size.columns - 9)
    var lines = Line.wrapped(look(knob.help), to: area.columns)
    if knobs.isRefused { lines.append(Line(look(KnobsTexts.refused(knob.allowed)), .danger)) }
    lines.append(Line())
    lines.append(Line(look(KnobsTexts.commandLine), .faint))
    lines += Line.wrapped(commandLine(knobs, of: scenario), to: area.columns, style: .dim)
    frame.put(lines, in: area)
  }

  /// The same run from the command line: the learner sees how to write it.
  private static func commandLine(_ knobs: KnobsState, of scenario: Scenario) -> String {
    let turned = scenario.allKnobs.filter { knobs.values[$0.name] != $0.standard }
    return turned.reduce("procviz run \(scenario.id)") {
      "\($0) --\($1.name) \(knobs.values[$1.name])"
    }
  }
}
