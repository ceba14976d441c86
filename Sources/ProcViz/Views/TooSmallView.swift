import ProcModel

/// What a terminal shows that is too small for anything else.
enum TooSmallView {
  /// The screen, however small.
  static func frame(size: Size, look: Look) -> Frame {
    var frame = Frame(size: size)
    let lines = TextLayout.wrapped(look(TerminalTexts.enlarge(size)), to: size.columns)
    let top = max(0, (size.rows - lines.count) / 2)
    for (index, line) in lines.enumerated() {
      let column = max(0, (size.columns - TextLayout.width(of: line)) / 2)
      frame.put(line, row: top + index, column: column, style: .warning)
    }
    return frame
  }
}
