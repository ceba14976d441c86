import ProcModel

/// Where everything stands on the screen that puts two runs side by side.
struct CompareLayout {
  /// How many lanes there are.
  let lanes: Int
  /// How both runs are divided into lanes and moves.
  let gridLayout: MoveGridLayout
  /// The row of the moves' numbers.
  let axisRow: Int
  /// The lines of the lanes, above and below; each has its title in the row before it.
  let first: Rect
  let second: Rect
  /// Where it is told what happened.
  let words: Rect

  /// The layout of two runs on a screen.
  init(of compare: CompareState, _ pair: SideBySide, size: Size) {
    let lanes = max(pair.first.run.world.lanes.count, pair.second.run.world.lanes.count, 1)
    let isTall = size.rows >= 30
    axisRow = isTall ? 2 : 1
    let words = size.rows >= 20 ? 6 : 3
    // Two titles, the rule above the words, and the keys.
    let body = size.rows - axisRow - 1 - 2 - (isTall ? 2 : 0) - 1 - words - 1
    let half = max(1, body / 2)
    let perLane = lanes * 3 <= half ? 3 : lanes * 2 <= half ? 2 : 1
    let seen = max(1, min(lanes, half / perLane))
    self.lanes = lanes
    let nameColumns = size.columns >= 100 ? 14 : 11
    let left = 2 + nameColumns + 1
    let rows = seen * perLane
    first = Rect(row: axisRow + 2, column: left, rows: rows, columns: size.columns - left - 1)
    let secondRow = first.endRow + (isTall ? 2 : 1)
    second = Rect(row: secondRow, column: left, rows: rows, columns: first.columns)
    let wordsRow = second.endRow + (isTall ? 2 : 1)
    self.words = Rect(
      row: wordsRow, column: 2, rows: size.rows - 1 - wordsRow, columns: size.columns - 4)
    gridLayout = MoveGridLayout(
      moves: pair.width, columns: first.columns, around: compare.column, rowsPerLane: perLane,
      lanes: compare.firstLane..<compare.firstLane + seen, nameColumns: nameColumns)
  }

  /// The move at a place, if any.
  func column(at place: Point) -> Int? {
    guard place.column >= first.column, place.row >= axisRow, place.row < second.endRow else {
      return nil
    }
    let move = gridLayout.moves.lowerBound + (place.column - first.column) / gridLayout.cellsPerMove
    return gridLayout.moves.contains(move) ? move : nil
  }
}

/// How the lanes of a grid are divided into rows and moves.
struct MoveGridLayout {
  /// The lanes that are seen, and how many rows each has.
  let lanes: Range<Int>
  let rowsPerLane: Int
  /// The moves that are seen, and how many cells wide each is.
  let moves: Range<Int>
  let cellsPerMove: Int
  /// How wide the names are.
  let nameColumns: Int

  /// A grid on so many columns; where not all moves have room, those around one of them.
  init(
    moves count: Int, columns: Int, around move: Int, rowsPerLane: Int, lanes: Range<Int>,
    nameColumns: Int
  ) {
    cellsPerMove = max(1, min(4, columns / max(1, count)))
    let visible = min(count, max(1, columns / cellsPerMove))
    let first = max(0, min(move - visible / 2, count - visible))
    moves = first..<first + visible
    self.rowsPerLane = rowsPerLane
    self.lanes = lanes
    self.nameColumns = nameColumns
  }

  /// The first cell of a move, counted from the left edge of the screen; nil where it is not seen.
  func cell(of move: Int, in area: Rect) -> Int? {
    moves.contains(move) ? area.column + (move - moves.lowerBound) * cellsPerMove : nil
  }
}
