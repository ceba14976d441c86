import ProcModel

/// Help: every key, those of the screen below first, and how to read the lanes.
enum HelpView {
  /// The screen, from line `scroll` on.
  static func frame(of state: AppState, scroll: Int, bar: [BarView.Item]) -> Frame {
    let (look, size) = (state.look, state.size)
    var frame = Frame(size: size)
    let area = textArea(size: size)
    let lines = lines(of: state, columns: area.columns)
    let first = min(scroll, max(0, lines.count - area.rows))
    let last = min(first + area.rows, lines.count)
    let title = Line("procviz", Style.title.on(.bar)).adding("  " + look(HelpTexts.title), .bar)
    let position = lines.count > area.rows ? "\(first + 1)–\(last) / \(lines.count)" : ""
    BarView.title(title, right: position, row: 0, in: &frame)
    frame.put(Array(lines[first..<last]), in: area)
    if last < lines.count {
      frame.put(look.glyphs.more, row: area.endRow - 1, column: size.columns - 2, style: .key)
    }
    if first > 0 {
      frame.put(look.glyphs.before, row: area.row, column: size.columns - 2, style: .key)
    }
    BarView.keys(bar, row: size.rows - 1, in: &frame)
    return frame
  }

  /// How many lines are seen at once.
  static func page(size: Size) -> Int { textArea(size: size).rows }

  /// The last line from which the rest fills the screen.
  static func lastScroll(of state: AppState) -> Int {
    let area = textArea(size: state.size)
    return max(0, lines(of: state, columns: area.columns).count - area.rows)
  }

  private static func textArea(size: Size) -> Rect {
    Rect(Size(columns: size.columns, rows: size.rows))
      .inset(top: size.rows >= 20 ? 2 : 1, bottom: 1, left: 2, right: 3)
  }

  /// All lines: keys above signs, or beside them where there is room.
  private static func lines(of state: AppState, columns: Int) -> [Line] {
    let look = state.look
    let sections = KeyTable.sections(first: state.stack.below?.kind ?? .menu)
    guard columns >= 96 else {
      return keyLines(sections, look, columns: columns) + [Line()]
        + signLines(look: look, indent: 12)
    }
    let left = keyLines(sections, look, columns: columns - 32)
    let right = signLines(look: look, indent: 2)
    return (0..<max(left.count, right.count)).map { index in
      var line = index < left.count ? left[index] : Line()
      guard index < right.count else { return line }
      line.add(String(repeating: " ", count: max(1, columns - 28 - line.width)))
      line.parts += right[index].parts
      return line
    }
  }

  private static func keyLines(_ sections: [KeySection], _ look: Look, columns: Int) -> [Line] {
    var lines: [Line] = []
    for section in sections {
      if !lines.isEmpty { lines.append(Line()) }
      lines.append(Line(look(section.title), .title))
      for entry in section.entries {
        lines += self.lines(
          look(Key.label(entry.named)), look(entry.help), columns: columns)
      }
    }
    for other in KeyTable.others {
      lines += self.lines(look(other.label), look(other.help), columns: columns)
    }
    return lines
  }

  private static func signLines(look: Look, indent: Int) -> [Line] {
    [Line(look(HelpTexts.signs), .title)]
      + LegendView.everything(look: look).map { item in
        Line("  \(item.glyph)", item.style)
          .adding(String(repeating: " ", count: indent) + look(item.text), .text)
      }
  }

  /// How wide the keys are, with the room before and behind them.
  private static let keyColumns = 15

  /// Keys, and beside them what they do; either may need several lines.
  private static func lines(_ keys: String, _ text: String, columns: Int) -> [Line] {
    let left = TextLayout.wrapped(keys, to: keyColumns - 3)
    let right = TextLayout.wrapped(text, to: columns - keyColumns)
    return (0..<max(left.count, right.count)).map { index in
      let keys = "  " + (index < left.count ? left[index] : "")
      return Line(TextLayout.padded(keys, to: keyColumns), .key)
        .adding(index < right.count ? right[index] : "")
    }
  }
}
