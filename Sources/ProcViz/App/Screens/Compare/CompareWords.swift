import ProcModel

/// What happened at the move that is looked at, in both runs, and what came of them.
enum CompareWords {
  /// Draws it.
  static func draw(
    _ pair: SideBySide, _ compare: CompareState, _ look: Look, in area: Rect,
    of frame: inout Frame
  ) {
    drawTitle(pair, compare, look, row: area.row, in: &frame)
    let column = compare.column
    let mover = pair.first.moves.indices.contains(column) ? pair.first.moves[column]?.lane : nil
    let inner = Rect(
      row: area.row + 1, column: area.column + 1, rows: area.rows - 1, columns: area.columns - 2)
    var lines: [Line] = []
    let sides = [
      (pair.first, compare.comparing.firstValue), (pair.second, compare.comparing.secondValue),
    ]
    let width = sides.map { TextLayout.width(of: "lock:\($0.1)") + 2 }.max() ?? 0
    for (moveGrid, value) in sides {
      let text = look(moveGrid.sentence(of: column, lane: mover))
      lines += told(text, after: "lock:\(value)", width, moveGrid, columns: inner.columns)
    }
    if pair.divergence == nil { lines.append(Line(look(CompareTexts.same), .dim)) }
    if let finding = pair.first.run.findings.first {
      lines.append(Line())
      lines += Line.wrapped(
        look(finding.text), to: inner.columns, style: .dim, highlighter: highlighter(pair.first))
    }
    if lines.count > inner.rows { lines.removeAll { $0.parts.isEmpty } }
    frame.put(lines, in: inner)
  }

  private static func drawTitle(
    _ pair: SideBySide, _ compare: CompareState, _ look: Look, row: Int, in frame: inout Frame
  ) {
    frame.fill(
      Rect(row: row, column: 1, rows: 1, columns: frame.size.columns - 2),
      with: look.glyphs.horizontal, style: .rule)
    let title = look(CompareTexts.move(compare.column + 1, of: pair.width))
    let end = frame.put(" \(title) ", row: row, column: 3, style: .title)
    if compare.column == pair.divergence {
      frame.put(" \(look(CompareTexts.divergence)) ", row: row, column: end + 1, style: .danger)
    } else if pair.first.moves.indices.contains(compare.column),
      pair.first.moves[compare.column] == nil
    {
      frame.put(" \(look(CompareTexts.after)) ", row: row, column: end + 1, style: .dim)
    }
  }

  private static func told(
    _ text: String, after title: String, _ width: Int, _ moveGrid: MoveGrid, columns: Int
  ) -> [Line] {
    let highlighter = highlighter(moveGrid)
    return TextLayout.wrapped(text, to: columns - width).enumerated().map { index, text in
      var line = Line(TextLayout.padded(index == 0 ? title : "", to: width), .dim)
      line.parts += highlighter.line(text, style: .text).parts
      return line
    }
  }

  private static func highlighter(_ moveGrid: MoveGrid) -> Highlighter {
    Highlighter(
      moveGrid.run.world.lanes.prefix(64).enumerated().map { ($1.name, Style(role: .lane($0))) })
  }
}
