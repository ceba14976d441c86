import ProcModel
import ProcSession

/// Two runs by the same schedule, their lanes above each other: without the lock, and with it.
enum CompareView {
  /// The screen.
  static func frame(of compare: CompareState, look: Look, size: Size, bar: [BarView.Item]) -> Frame
  {
    var frame = Frame(size: size)
    let origin = compare.pair.map { look(CompareTexts.origin($0.origin)) } ?? ""
    BarView.title(title(compare, look), right: origin, row: 0, in: &frame)
    switch compare.stage {
    case .searching: say(CompareTexts.searching, .dim, look, &frame)
    case .running: say(CompareTexts.running, .dim, look, &frame)
    case .failed(let reason): say(reason, .danger, look, &frame)
    case .over(let pair): draw(pair, compare, look, &frame)
    }
    BarView.keys(bar, row: size.rows - 1, in: &frame)
    return frame
  }

  private static func title(_ compare: CompareState, _ look: Look) -> Line {
    Line("procviz", Style.title.on(.bar))
      .adding("  " + look(CompareTexts.title) + " › ", .bar)
      .adding(Sanitizer.line(compare.comparing.first.name), Style.title.on(.bar))
  }

  private static func say(
    _ text: Localized, _ style: Style, _ look: Look, _ frame: inout Frame
  ) {
    let area = Rect(frame.size).inset(top: 2, bottom: 1, left: 3, right: 3)
    frame.put(Line.wrapped(look(text), to: area.columns, style: style), in: area)
  }

  private static func draw(
    _ pair: SideBySide, _ compare: CompareState, _ look: Look, _ frame: inout Frame
  ) {
    let layout = CompareLayout(of: compare, pair, size: frame.size)
    let sides = [
      (pair.first, layout.first, compare.comparing.firstValue),
      (pair.second, layout.second, compare.comparing.secondValue),
    ]
    for (moveGrid, area, value) in sides {
      drawTitle(of: moveGrid, value, row: area.row - 1, look, &frame)
      MoveGridView(moveGrid, area: area, gridLayout: layout.gridLayout, look: look).draw(in: &frame)
    }
    drawColumns(pair, compare, layout, look, &frame)
    CompareAxis.draw(pair, compare, layout, look, in: &frame)
    CompareWords.draw(pair, compare, look, in: layout.words, of: &frame)
  }

  /// A rule that says which run is below it, and what came of it.
  private static func drawTitle(
    of moveGrid: MoveGrid, _ value: String, row: Int, _ look: Look, _ frame: inout Frame
  ) {
    frame.fill(
      Rect(row: row, column: 1, rows: 1, columns: frame.size.columns - 2),
      with: look.glyphs.horizontal, style: .rule)
    frame.put(" lock:\(value) ", row: row, column: 3, style: .title)
    let findings = moveGrid.run.findings
    let verdict: (text: String, style: Style)
    if let finding = findings.first {
      let isPredictive = finding.kind.isPredictive
      verdict = (
        "\(isPredictive ? "!" : look.glyphs.bad) \(look(FindingTexts.name(finding.kind)))",
        isPredictive ? .warning : .danger
      )
    } else {
      verdict = ("\(look.glyphs.good) \(look(CompareTexts.fine))", .good)
    }
    var line = Line(" ")
    for text in values(of: moveGrid, look) { line.add(text + "  ", .text) }
    line.add(verdict.text + " ", verdict.style)
    frame.put(line, row: row, column: max(12, frame.size.columns - 3 - line.width))
  }

  /// The values that ought to be something in the end: `counter 1, expected 2`.
  private static func values(of moveGrid: MoveGrid, _ look: Look) -> [String] {
    moveGrid.run.world.objects.compactMap { object in
      guard case .value(let value) = object.content, let expected = value.expected else {
        return nil
      }
      let wanted = look(ObjectTexts.expected(expected, atMost: value.atMost))
      return "\(Sanitizer.line(object.name)) \(Sanitizer.line(value.text)), \(wanted)"
    }
  }

  /// The column where the two part, and the one that is looked at, go through both.
  private static func drawColumns(
    _ pair: SideBySide, _ compare: CompareState, _ layout: CompareLayout, _ look: Look,
    _ frame: inout Frame
  ) {
    for (move, style) in [(compare.column, Style.key), (pair.divergence, Style(role: .wrong))] {
      for area in [layout.first, layout.second] {
        guard let move, let column = layout.gridLayout.cell(of: move, in: area) else { continue }
        frame.fillBlanks(
          Rect(row: area.row, column: column, rows: area.rows, columns: 1),
          with: look.glyphs.playheadLine, style: style)
      }
    }
  }
}

/// The numbers of the moves, above both runs.
enum CompareAxis {
  /// Draws them.
  static func draw(
    _ pair: SideBySide, _ compare: CompareState, _ layout: CompareLayout, _ look: Look,
    in frame: inout Frame
  ) {
    let row = layout.axisRow
    frame.put(look(CompareTexts.moves), row: row, column: 2, style: .dim)
    let step = layout.gridLayout.cellsPerMove >= 2 ? 5 : 10
    for move in layout.gridLayout.moves {
      guard move == 0 || (move + 1) % step == 0,
        let column = layout.gridLayout.cell(of: move, in: layout.first)
      else { continue }
      frame.put(look.glyphs.tick, row: row, column: column, style: .faint)
      frame.put("\(move + 1)", row: row, column: column + 1, style: .dim)
    }
    for (move, style) in [(pair.divergence, Style(role: .wrong)), (compare.column, .key)] {
      if let move, let column = layout.gridLayout.cell(of: move, in: layout.first) {
        frame.put(look.glyphs.playhead, row: row, column: column, style: style)
      }
    }
  }
}
