/// How large the terminal is, in cells.
struct Size: Hashable, Sendable {
  var columns: Int
  var rows: Int
}

/// A place on the screen; the top left one is (0, 0).
struct Point: Hashable, Sendable {
  var row: Int
  var column: Int
}

/// A part of the screen.
struct Rect: Hashable, Sendable {
  var row: Int
  var column: Int
  var rows: Int
  var columns: Int

  /// A rectangle; a negative extent counts as none.
  init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  /// The whole of a screen.
  init(_ size: Size) {
    self.init(row: 0, column: 0, rows: size.rows, columns: size.columns)
  }

  /// The first row below.
  var endRow: Int { row + rows }
  /// The first column to the right.
  var endColumn: Int { column + columns }

  /// Whether a place lies in it.
  func contains(_ point: Point) -> Bool {
    point.row >= row && point.row < endRow && point.column >= column && point.column < endColumn
  }

  /// What is left when `top` rows, `bottom` rows, `left` and `right` columns are taken away.
  func inset(top: Int = 0, bottom: Int = 0, left: Int = 0, right: Int = 0) -> Rect {
    Rect(
      row: row + min(top, rows), column: column + min(left, columns),
      rows: rows - top - bottom, columns: columns - left - right)
  }
}
