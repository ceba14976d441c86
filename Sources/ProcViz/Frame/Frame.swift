import ProcModel

/// A screen full of cells: what every view makes, and what tests look at.
struct Frame: Hashable, Sendable {
  /// How large it is.
  let size: Size
  /// The cells, row by row.
  private(set) var cells: [Cell]
  /// Where the cursor is shown, if anywhere.
  var cursor: Point?

  /// An empty screen.
  init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: max(0, size.columns) * max(0, size.rows))
  }

  /// The cell at a place, which must be on the screen.
  subscript(row: Int, column: Int) -> Cell { cells[row * size.columns + column] }

  /// The cells of one row.
  func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Puts one sign; outside the screen, nothing happens. Half of a wide sign that was there before
  /// becomes a blank.
  mutating func put(_ glyph: Character, row: Int, column: Int, style: Style) {
    let width = TextLayout.width(of: glyph)
    guard width > 0, row >= 0, row < size.rows, column >= 0, column + width <= size.columns else {
      return
    }
    let index = row * size.columns + column
    clearHalves(at: index, width: width, column: column)
    cells[index] = Cell(glyph: glyph, width: UInt8(width), style: style)
    if width == 2 { cells[index + 1] = .second(style) }
  }

  /// Puts a text, cut off after `limit` columns and at the right edge.
  ///
  /// - Returns: the column after it.
  @discardableResult
  mutating func put(
    _ text: String, row: Int, column: Int, style: Style, limit: Int = Int.max
  ) -> Int {
    let end = limit >= size.columns - column ? size.columns : column + limit
    var column = column
    for glyph in text {
      let width = TextLayout.width(of: glyph)
      if column + width > end { break }
      put(glyph, row: row, column: column, style: style)
      column += width
    }
    return column
  }

  /// Puts a text so that it ends before `endColumn`.
  ///
  /// - Returns: the column where it starts.
  @discardableResult
  mutating func putRight(_ text: String, row: Int, endColumn: Int, style: Style) -> Int {
    let start = endColumn - TextLayout.width(of: text)
    put(text, row: row, column: start, style: style)
    return start
  }

  /// Fills an area with one sign of width 1.
  mutating func fill(_ area: Rect, with glyph: Character = " ", style: Style) {
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        put(glyph, row: row, column: column, style: style)
      }
    }
  }

  /// Puts one sign of width 1 wherever an area is blank.
  mutating func fillBlanks(_ area: Rect, with glyph: Character, style: Style) {
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn
      where self[row, column].glyph == " " && self[row, column].width == 1 {
        put(glyph, row: row, column: column, style: style)
      }
    }
  }

  /// Changes what the cells of an area mean, and leaves what stands in them.
  mutating func restyle(_ area: Rect, _ change: (Style) -> Style) {
    for row in max(0, area.row)..<max(0, min(area.endRow, size.rows)) {
      for column in max(0, area.column)..<max(0, min(area.endColumn, size.columns)) {
        let index = row * size.columns + column
        cells[index].style = change(cells[index].style)
      }
    }
  }

  /// Replaces every sign; for what a terminal cannot show.
  mutating func replaceGlyphs(_ replacement: (Cell) -> Cell) {
    for index in cells.indices { cells[index] = replacement(cells[index]) }
  }

  /// The text on the screen, blanks at the ends of rows left out.
  var lines: [String] {
    (0..<size.rows).map { row in
      var line = ""
      for cell in self.row(row) where cell.width > 0 { line.append(cell.glyph) }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Blanks the other half of a wide sign of which one half is about to be overwritten.
  private mutating func clearHalves(at index: Int, width: Int, column: Int) {
    if cells[index].width == 0, column > 0 { cells[index - 1] = .blank }
    let last = index + width - 1
    if cells[last].width == 2, column + width < size.columns { cells[last + 1] = .blank }
  }
}
