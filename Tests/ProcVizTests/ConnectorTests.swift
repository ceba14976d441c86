import ProcModel
import Testing

@testable import ProcViz

/// Connectors go around what they must not hide.
@Suite struct ConnectorTests {
  @Test("every mark is seen, whatever passes by", arguments: [80, 100, 120, 160])
  func marks(columns: Int) {
    let screen = Fixtures.run(.lostUpdate(), columns, 36).screen
    let lanes = screen.split(separator: "\n").filter { $0.contains("Process-") && $0.contains("▶") }
    #expect(lanes.joined().filter { $0 == "●" }.count == 2)
    #expect(lanes.joined().filter { $0 == "■" }.count == 3)
    #expect(lanes.joined().filter { $0 == "✗" }.count == 1)
  }

  @Test("corners join what they should")
  func corners() {
    var grid = ConnectorGrid(area: Rect(row: 0, column: 0, rows: 5, columns: 7))
    let path = ConnectorPath(
      from: Point(row: 0, column: 1), to: Point(row: 4, column: 5), rowsPerLane: 3)
    path.drawAcrossThenAlong(.dim, in: &grid)
    var frame = Frame(size: Size(columns: 7, rows: 5))
    grid.draw(glyphs: .unicode, in: &frame)
    #expect(frame.lines == ["", " │", " └───┐", "     │", ""])
  }

  @Test("a start goes down the parent's column and along the child's row")
  func start() {
    var grid = ConnectorGrid(area: Rect(row: 0, column: 0, rows: 5, columns: 7))
    let path = ConnectorPath(
      from: Point(row: 0, column: 1), to: Point(row: 4, column: 5), rowsPerLane: 2)
    path.drawDownThenAcross(.dim, in: &grid)
    var frame = Frame(size: Size(columns: 7, rows: 5))
    grid.draw(glyphs: .ascii, in: &frame)
    #expect(frame.lines == ["", " |", " |", " |", " +---"])
  }

  @Test("a start straight down reaches the child's row")
  func straightDown() {
    var grid = ConnectorGrid(area: Rect(row: 0, column: 0, rows: 5, columns: 3))
    let path = ConnectorPath(
      from: Point(row: 0, column: 1), to: Point(row: 4, column: 1), rowsPerLane: 4)
    path.drawDownThenAcross(.dim, in: &grid)
    var frame = Frame(size: Size(columns: 3, rows: 5))
    grid.draw(glyphs: .unicode, in: &frame)
    #expect(frame.lines == ["", " │", " │", " │", ""])
  }
}
