import ProcModel

/// What was handed over, as thin lines between lanes: start to begin, put to get, release to
/// acquire. They lie below everything else, and hide no mark.
enum ConnectorsView {
  /// In a column with more arrivals than this, single ones cannot be told apart: only starts are
  /// drawn.
  private static let dense = 4

  /// Draws all that arrive within the time that is shown.
  static func draw(_ scene: Scene, in frame: inout Frame) {
    var grid = ConnectorGrid(area: scene.layout.chart)
    let all = scene.run.run.connectors
    let edges = scene.axis.events.seqs.map { all.firstArriving(at: $0) }
    for column in 0..<scene.axis.columns {
      let arrivals = edges[column]..<edges[column + 1]
      let shown = arrivals.count > dense ? starts(in: arrivals, scene) : Array(arrivals)
      for connector in shown.lazy.map({ all[$0] })
      where !scene.run.arrangement.choice.hiddenFamilies.contains(connector.kind.family) {
        route(connector, to: column, scene, in: &grid)
      }
    }
    grid.draw(glyphs: scene.look.glyphs, in: &frame)
  }

  /// The first few starts of lanes among some connectors.
  private static func starts(in places: Range<Int>, _ scene: Scene) -> [Int] {
    let starts = scene.run.run.starts
    let first = starts.partitioningIndex { $0 >= places.lowerBound }
    return Array(starts[first...].prefix(64).prefix { $0 < places.upperBound })
  }

  private static func route(
    _ connector: Timeline.Connector, to column: Int, _ scene: Scene, in grid: inout ConnectorGrid
  ) {
    // What goes to a lane out of sight is left out; what comes from one enters at the edge.
    guard let toRow = row(of: connector.to, scene), let fromRow = row(of: connector.from, scene),
      toRow != fromRow,
      let to = scene.layout.line(ofRow: toRow, firstRow: scene.run.arrangement.firstRow)
    else { return }
    let from = line(ofRow: fromRow, scene)
    let start = scene.axis.events.column(of: connector.fromSeq)
    let path = ConnectorPath(
      from: Point(row: from, column: start), to: Point(row: to, column: column),
      rowsPerLane: scene.layout.rowsPerLane)
    let style = style(of: connector, scene)
    if connector.kind == .start {
      path.drawDownThenAcross(style, in: &grid)
    } else {
      path.drawAcrossThenAlong(style, in: &grid)
    }
  }

  /// The row of a lane; nil where it is hidden or folded.
  private static func row(of lane: LaneIndex, _ scene: Scene) -> Int? {
    guard let row = scene.order.row(of: lane) else { return nil }
    if case .ended = scene.order.rows[row] { return nil }
    return row
  }

  /// The screen's row of a row's line; for one that is not seen, the edge behind which it is.
  private static func line(ofRow row: Int, _ scene: Scene) -> Int {
    let first = scene.run.arrangement.firstRow
    if let line = scene.layout.line(ofRow: row, firstRow: first) { return line }
    return row < first ? scene.layout.lanes.row - 1 : scene.layout.lanes.endRow
  }

  private static func style(of connector: Timeline.Connector, _ scene: Scene) -> Style {
    switch connector.kind {
    case .start: Style(role: .lane(connector.to))
    case .lock: Style(role: .waiting(scene.lockNumber(scene.run.run.object(of: connector))))
    case .item, .request, .task, .signal: Style(role: .lane(connector.from))
    }
  }
}

/// The way of one connector over the cells.
struct ConnectorPath {
  let from: Point
  let to: Point
  let rowsPerLane: Int

  private var step: Int { to.row > from.row ? 1 : -1 }

  /// From the parent's line down its column, then along the child's row, which is still empty.
  func drawDownThenAcross(_ style: Style, in grid: inout ConnectorGrid) {
    if from.column >= 0 {
      grid.addVertical(column: from.column, from: from.row, to: to.row, style)
    }
    guard from.column < to.column else { return }
    grid.addHorizontal(row: to.row, from: from.column, to: to.column, style)
  }

  /// Beside the giver's line until the moment of arrival, then straight to the taker.
  func drawAcrossThenAlong(_ style: Style, in grid: inout ConnectorGrid) {
    var row = from.row
    if rowsPerLane > 1, from.column >= 0, from.column < to.column {
      // The room between lanes, not the row of the values, where there is a choice.
      row = step > 0 ? from.row + rowsPerLane - 1 : from.row - 1
      grid.addVertical(column: from.column, from: from.row, to: row, style)
      grid.addHorizontal(row: row, from: from.column, to: to.column, style)
    }
    grid.addVertical(column: to.column, from: row, to: to.row, style)
  }
}

/// The cells that connectors pass through, before they become signs.
struct ConnectorGrid {
  private let area: Rect
  private var directions: [Directions]
  private var styles: [Style]

  /// An empty grid over the lanes.
  init(area: Rect) {
    self.area = area
    directions = Array(repeating: [], count: area.rows * area.columns)
    styles = Array(repeating: .dim, count: area.rows * area.columns)
  }

  /// A line along a column (counted from the left edge of the lanes) between two rows of the
  /// screen.
  mutating func addVertical(column: Int, from: Int, to: Int, _ style: Style) {
    guard from != to else { return }
    for row in min(from, to)...max(from, to) {
      if row > min(from, to) { add(.up, row: row, column: column, style) }
      if row < max(from, to) { add(.down, row: row, column: column, style) }
    }
  }

  /// A line along a row between two columns.
  mutating func addHorizontal(row: Int, from: Int, to: Int, _ style: Style) {
    for column in max(from, 0)...max(to, 0) {
      if column > from { add(.left, row: row, column: column, style) }
      if column < to { add(.right, row: row, column: column, style) }
    }
  }

  /// Puts the signs on the screen.
  func draw(glyphs: Glyphs, in frame: inout Frame) {
    for row in 0..<area.rows {
      for column in 0..<area.columns {
        let index = row * area.columns + column
        // A stub ends at a mark or a line, which stands there itself.
        guard directions[index].rawValue.nonzeroBitCount > 1 else { continue }
        frame.put(
          glyphs.connector(directions[index]), row: area.row + row, column: area.column + column,
          style: styles[index])
      }
    }
  }

  private mutating func add(_ direction: Directions, row: Int, column: Int, _ style: Style) {
    let row = row - area.row
    guard row >= 0, row < area.rows, column >= 0, column < area.columns else { return }
    directions[row * area.columns + column].insert(direction)
    styles[row * area.columns + column] = style
  }
}
