import ProcModel

/// What stands out on the time axis: the moment that is looked at and those that are marked.
enum AxisMarks {
  /// The columns that they take.
  static func columns(_ scene: Scene) -> [Int] {
    scene.run.viewpoint.marks.moments.compactMap { scene.column(ofMoment: $0) }
      + (scene.playheadColumn.map { [$0] } ?? [])
  }

  /// Draws them over the ticks; what matters more lies on top.
  static func draw(_ scene: Scene, row: Int, in frame: inout Frame) {
    let left = scene.layout.chart.column
    let glyphs = scene.look.glyphs
    drawHits(scene, row: row, in: &frame)
    for mark in scene.run.viewpoint.marks.moments {
      guard let column = scene.column(ofMoment: mark) else { continue }
      frame.put(glyphs.flag, row: row, column: left + column, style: .good)
    }
    guard let column = scene.playheadColumn else { return }
    let isMarked = scene.run.viewpoint.marks.moments.contains(scene.run.moment)
    frame.put(
      isMarked ? glyphs.flag : glyphs.playhead, row: row, column: left + column, style: .key)
  }
}

extension AxisMarks {
  /// A point in each column in which something was found; where a label stands, it shows through.
  private static func drawHits(_ scene: Scene, row: Int, in frame: inout Frame) {
    guard let search = scene.run.find.search, search.hits.count > 0 else { return }
    let left = scene.layout.chart.column
    for column in 0..<scene.axis.columns
    where search.hits.first(in: scene.seqs(of: column)) != nil {
      let cell = frame[row, left + column]
      if cell.glyph == " " || cell.glyph == scene.look.glyphs.tick {
        frame.put(scene.look.glyphs.step, row: row, column: left + column, style: .key)
      } else {
        frame.restyle(Rect(row: row, column: left + column, rows: 1, columns: 1)) { _ in
          Style.key.on(.chosen)
        }
      }
    }
  }
}

extension Scene {
  /// The places in the trace of the events that fall into a column.
  func seqs(of column: Int) -> Range<Int> {
    axis.events.seqs[column]..<axis.events.seqs[column + 1]
  }

  /// The column of a moment, where it is on the screen.
  func column(ofMoment count: Int) -> Int? {
    let column = axis.events.column(of: count - 1)
    return column >= 0 && column < axis.columns ? column : nil
  }

  /// The column of the moment that is looked at, where that is in the past and on the screen.
  var playheadColumn: Int? { run.viewpoint.past.flatMap { column(ofMoment: $0.count) } }
}
