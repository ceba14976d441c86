import ProcModel

/// Help: every key, and how to read the lanes.
enum HelpView {
  /// The screen, from line `scroll` on.
  static func frame(scroll: Int, look: Look, size: Size) -> Frame {
    var frame = Frame(size: size)
    let area = textArea(size: size)
    let lines = lines(look: look, columns: area.columns)
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
    BarView.keys(HelpTexts.keys(look.language), row: size.rows - 1, in: &frame)
    return frame
  }

  /// How many lines are seen at once.
  static func page(size: Size) -> Int { textArea(size: size).rows }

  /// The last line from which the rest fills the screen.
  static func lastScroll(look: Look, size: Size) -> Int {
    let area = textArea(size: size)
    return max(0, lines(look: look, columns: area.columns).count - area.rows)
  }

  private static func textArea(size: Size) -> Rect {
    Rect(Size(columns: size.columns, rows: size.rows))
      .inset(top: size.rows >= 20 ? 2 : 1, bottom: 1, left: 2, right: 3)
  }

  /// All lines: keys above signs, or beside them where there is room.
  private static func lines(look: Look, columns: Int) -> [Line] {
    guard columns >= 96 else {
      return keyLines(look: look, columns: columns) + [Line()] + signLines(look: look, indent: 12)
    }
    let left = keyLines(look: look, columns: columns - 32)
    let right = signLines(look: look, indent: 2)
    return (0..<max(left.count, right.count)).map { index in
      var line = index < left.count ? left[index] : Line()
      guard index < right.count else { return line }
      line.add(String(repeating: " ", count: max(1, columns - 28 - line.width)))
      line.parts += right[index].parts
      return line
    }
  }

  private static func keyLines(look: Look, columns: Int) -> [Line] {
    var lines: [Line] = []
    for section in HelpTexts.sections {
      if !lines.isEmpty { lines.append(Line()) }
      lines.append(Line(look(section.title), .title))
      for entry in section.entries { lines += self.lines(of: entry, look: look, columns: columns) }
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

  private static func lines(of entry: HelpTexts.Entry, look: Look, columns: Int) -> [Line] {
    let keys = "  " + TextLayout.padded(entry.keys[look.language], to: 13)
    let texts = TextLayout.wrapped(look(entry.text), to: columns - 15)
    return texts.enumerated().map { index, text in
      Line(index == 0 ? keys : String(repeating: " ", count: 15), .key).adding(text)
    }
  }
}
