import ProcModel

/// The lanes of a run under control: a stretch of cells for each move.
struct MoveGridView {
  private let moveGrid: MoveGrid
  private let area: Rect
  private let gridLayout: MoveGridLayout
  private let look: Look
  private let locks: [ObjectID: Int]

  /// The lanes in `area`, their names to its left.
  init(_ moveGrid: MoveGrid, area: Rect, gridLayout: MoveGridLayout, look: Look) {
    self.moveGrid = moveGrid
    self.area = area
    self.gridLayout = gridLayout
    self.look = look
    var locks: [ObjectID: Int] = [:]
    for object in moveGrid.run.world.objects where object.kind.isLock {
      locks[object.id] = locks.count
    }
    self.locks = locks
  }

  /// Draws them.
  func draw(in frame: inout Frame) {
    let lanes = moveGrid.run.world.lanes
    for (index, lane) in gridLayout.lanes.enumerated() where lanes.indices.contains(lane) {
      let row = area.row + index * gridLayout.rowsPerLane
      let name = TextLayout.shortened(Sanitizer.line(lanes[lane].name), to: gridLayout.nameColumns)
      frame.put(
        name, row: row, column: area.column - gridLayout.nameColumns - 1,
        style: Style(role: .laneTitle(lane)))
      drawLine(of: lane, row: row, in: &frame)
      if gridLayout.rowsPerLane > 1 { drawValues(of: lane, row: row + 1, in: &frame) }
    }
  }

  // MARK: - Cells

  private func drawLine(of lane: LaneIndex, row: Int, in frame: inout Frame) {
    for move in gridLayout.moves {
      guard let column = gridLayout.cell(of: move, in: area), lane < moveGrid.cells[move].count
      else { continue }
      let cell = moveGrid.cells[move][lane]
      guard cell.state != .absent else { continue }
      let (glyph, style) = look(of: cell, lane)
      // Nothing comes after the end of a lane.
      let isEnd = cell.state == .moving && moveGrid.moves[move]?.mark?.shape.isEnd == true
      frame.fill(
        Rect(row: row, column: column, rows: 1, columns: isEnd ? 1 : gridLayout.cellsPerMove),
        with: glyph, style: style)
      guard cell.state == .moving, let mark = moveGrid.moves[move]?.mark else { continue }
      var markStyle = Style(role: mark.role(lane: lane))
      if cell.holding != .none { markStyle.ground = .holding(locks[cell.holding] ?? 0) }
      frame.put(
        look.glyphs.mark(mark.shape, isWrong: mark.isWrong), row: row, column: column,
        style: markStyle)
    }
  }

  /// How a lane's cell looks.
  private func look(of cell: MoveGrid.Square, _ lane: LaneIndex) -> (Character, Style) {
    let isHolding = cell.holding != .none
    let number = locks[cell.holding] ?? 0
    let ground: Style.Ground = isHolding ? .holding(number) : .page
    switch cell.state {
    case .absent: return (" ", .text)
    case .ready: return (look.glyphs.idle, Style(role: isHolding ? .lane(lane) : .faint).on(ground))
    case .blocked: return (look.glyphs.blocked, Style(role: .lane(lane)).on(ground))
    case .waiting(let lock):
      return (look.glyphs.waiting, Style(role: .waiting(locks[lock] ?? 0)).on(ground))
    case .moving:
      return isHolding
        ? (look.glyphs.holding, Style(role: .holding(number)))
        : (look.glyphs.running, Style(role: .lane(lane)))
    }
  }

  /// The values below their marks, as far as they do not touch; those that are wrong first.
  private func drawValues(of lane: LaneIndex, row: Int, in frame: inout Frame) {
    var taken = [Bool](repeating: false, count: area.columns + 2)
    let marks = gridLayout.moves.compactMap {
      move -> (Int, Timeline.Mark)? in
      guard let made = moveGrid.moves[move], made.lane == lane, let mark = made.mark,
        mark.hasValueBelow, let column = gridLayout.cell(of: move, in: area)
      else { return nil }
      return (column - area.column, mark)
    }
    for (start, mark) in marks.filter(\.1.isWrong) + marks.filter({ !$0.1.isWrong }) {
      let text = TextLayout.truncated(Sanitizer.line(moveGrid.run.label(of: mark)), to: 10)
      let end = start + TextLayout.width(of: text)
      guard end <= area.columns, !taken[max(0, start - 1)...end].contains(true) else { continue }
      for place in start..<end { taken[place] = true }
      frame.put(
        text, row: row, column: area.column + start, style: Style(role: mark.valueRole))
    }
  }
}

extension Timeline.Mark {
  /// Whether what it says stands below it, and is a value.
  fileprivate var hasValueBelow: Bool {
    switch shape {
    case .read, .write, .put, .get, .set, .fetched: true
    default: false
    }
  }
}
