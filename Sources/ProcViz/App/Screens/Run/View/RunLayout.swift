import ProcModel

/// Where everything stands on the run screen. It follows from the size and from how many lanes there
/// are or will be, so that nothing moves while a run goes on.
struct RunLayout: Hashable, Sendable {
  /// The rows of the header.
  let header: Rect
  /// The row of the time axis.
  let axisRow: Int
  /// All lanes, names included.
  let lanes: Rect
  /// The lines of the lanes.
  let chart: Rect
  /// The rows of one lane: its line, the values below it, and room between.
  let rowsPerLane: Int
  /// The lower half, titles included.
  let panels: Rect
  /// The row of the legend, or of what the user is asked; nil where there is no room.
  let legendRow: Int?
  /// The row of the keys.
  let keysRow: Int
  /// How wide the names are, and the pids (0: there is no room for them).
  let nameColumns: Int
  let pidColumns: Int

  /// The layout of `run` on a screen.
  init(of run: RunState, size: Size) {
    self.init(
      size: size, lanes: run.expectedRows,
      headerRows: HeaderView.rows(columns: size.columns))
  }

  /// The layout for so many lanes.
  init(size: Size, lanes count: Int, headerRows: Int) {
    let isTall = size.rows >= 30
    let hasLegend = size.rows >= 20
    header = Rect(row: 0, column: 0, rows: headerRows, columns: size.columns)
    axisRow = headerRows + (isTall ? 1 : 0)
    keysRow = size.rows - 1
    legendRow = hasLegend ? size.rows - (isTall ? 3 : 2) : nil
    let top = axisRow + 1
    let body = max(0, (legendRow ?? keysRow) - top)
    let split = RunLayout.split(body: body, lanes: count, rows: size.rows)
    rowsPerLane = split.perLane
    lanes = Rect(row: top, column: 0, rows: split.lanes, columns: size.columns)
    panels = Rect(
      row: top + split.lanes, column: 0, rows: body - split.lanes, columns: size.columns)
    nameColumns = size.columns >= 100 ? 14 : 11
    pidColumns = size.columns >= 72 ? 7 : 0
    let gutter = 2 + nameColumns + 1 + pidColumns + (pidColumns > 0 ? 2 : 0)
    chart = lanes.inset(left: gutter, right: 1)
  }

  /// As many rows a lane as there is room for while the lower half keeps what it needs.
  private static func split(body: Int, lanes count: Int, rows: Int)
    -> (lanes: Int, perLane: Int)
  {
    let two = rows >= 30 ? 6 : rows >= 20 ? 7 : 5
    let four = max(11, body * 3 / 5 - 1)
    for (perLane, panels) in [(4, four), (3, 11), (2, two), (1, rows >= 20 ? 7 : 5)] {
      if count * perLane <= body - panels { return (count * perLane, perLane) }
    }
    let panels = rows >= 20 ? 7 : 4
    return (max(1, body - panels), 1)
  }

  /// How many rows of lanes (``LaneOrder``) are seen at once.
  var visibleLanes: Int { max(1, lanes.rows / rowsPerLane) }

  /// The screen's row on which the line of a row of lanes is drawn, or nil where it is not seen.
  func line(ofRow row: Int, firstRow: Int) -> Int? {
    guard row >= firstRow, row < firstRow + visibleLanes else { return nil }
    return lanes.row + (row - firstRow) * rowsPerLane
  }

  /// The row of lanes at a place, if any.
  func row(at place: Point, firstRow: Int) -> Int? {
    lanes.contains(place) ? firstRow + (place.row - lanes.row) / rowsPerLane : nil
  }
}
