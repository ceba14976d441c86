/// What stands out on the time axis: the moment that is looked at and those that are marked.
enum AxisMarks {
  /// The columns that they take.
  static func columns(_ scene: Scene) -> [Int] {
    scene.run.marks.compactMap { scene.column(ofMoment: $0) }
      + (scene.playheadColumn.map { [$0] } ?? [])
  }

  /// Draws them over the ticks; what matters more lies on top.
  static func draw(_ scene: Scene, row: Int, in frame: inout Frame) {
    let left = scene.layout.chart.column
    let glyphs = scene.look.glyphs
    for mark in scene.run.marks {
      guard let column = scene.column(ofMoment: mark) else { continue }
      frame.put(glyphs.flag, row: row, column: left + column, style: .good)
    }
    guard let column = scene.playheadColumn else { return }
    let isMarked = scene.run.marks.contains(scene.run.moment)
    frame.put(
      isMarked ? glyphs.flag : glyphs.playhead, row: row, column: left + column, style: .key)
  }
}

extension Scene {
  /// The column of a moment, where it is on the screen.
  func column(ofMoment count: Int) -> Int? {
    let column = axis.column(of: run.time(ofCount: count))
    return column >= 0 && column < axis.columns ? column : nil
  }

  /// The column of the moment that is looked at, where that is in the past and on the screen.
  var playheadColumn: Int? { run.past.flatMap { column(ofMoment: $0.count) } }
}
