import ProcModel

/// The layout of a picture, in its own units (pixels at original size).
struct PictureLayout {
  static let width = 1180.0
  static let margin = 24.0
  /// How wide a cell of text is: plain, and small.
  static let cell = 7.83
  static let smallCell = 6.63
  /// No more lanes than these are drawn.
  static let mostLanes = 64

  /// The lanes that are drawn, and how many are not.
  let lanes: Range<LaneIndex>
  let hiddenLanes: Int
  /// The distance of two lanes, and the first one's line.
  let row: Double
  let firstLine: Double
  let axis = 88.0
  /// Where the lines of the lanes begin, and how long they can be.
  let chart: Double
  let chartWidth: Double
  /// How many cells a name has.
  let nameCells: Int

  init(_ run: Run) {
    let count = run.world.lanes.count
    lanes = 0..<min(count, Self.mostLanes)
    hiddenLanes = count - lanes.count
    row = count <= 14 ? 48 : count <= 30 ? 36 : 26
    firstLine = axis + 34
    let longest = run.world.lanes.prefix(lanes.count).map {
      DisplayWidth.of(Sanitizer.line($0.name))
    }.max()
    nameCells = min(22, max(8, longest ?? 8))
    chart = Self.margin + Double(nameCells + 2) * Self.cell
    chartWidth = Self.width - chart - Self.margin - 78
  }

  /// The line of a lane.
  func line(_ lane: LaneIndex) -> Double { firstLine + Double(lane) * row }

  /// Whether there is room for values below the lines.
  var hasValues: Bool { row >= 36 }

  /// The beginning of the part below the lanes.
  var below: Double { firstLine + Double(lanes.count) * row + (hiddenLanes > 0 ? 22 : 6) }

  /// How many cells a line of prose has.
  static var proseCells: Int { Int((width - 2 * margin) / cell) }
}
