import ProcModel

/// The time axis above the lanes: round times, and where time was left out.
enum AxisView {
  /// Draws it.
  static func draw(_ scene: Scene, in frame: inout Frame) {
    let row = scene.layout.axisRow
    drawTitle(scene, row: row, in: &frame)
    guard !scene.run.run.trace.isEmpty else { return }
    let chart = scene.layout.chart
    let cuts = cutColumns(scene)
    let covered = cuts.union(AxisMarks.columns(scene))
    var free = 0
    var hasUnit = false
    let scale = Scale(leastStep: scene.axis.perColumn * 12)
    let unit = scene.axis.isByEvents ? " " + scene.look(RunTexts.events) : nil
    for column in 0..<scene.axis.columns where column >= free && !cuts.contains(column) {
      guard let time = tick(in: column, step: scale.step, scene.axis) else { continue }
      let label =
        unit.map { "\(time)" + (hasUnit ? "" : $0) } ?? scale.label(of: time, withUnit: !hasUnit)
      let width = TextLayout.width(of: label)
      guard column + 1 + width <= scene.axis.columns,
        covered.isDisjoint(with: column + 1...column + width)
      else { continue }
      hasUnit = true
      frame.put(scene.look.glyphs.tick, row: row, column: chart.column + column, style: .faint)
      frame.put(label, row: row, column: chart.column + column + 1, style: .dim)
      free = column + width + 3
    }
    for column in cuts {
      frame.put(scene.look.glyphs.cut, row: row, column: chart.column + column, style: .warning)
    }
    AxisMarks.draw(scene, row: row, in: &frame)
  }

  private static func drawTitle(_ scene: Scene, row: Int, in frame: inout Frame) {
    let count = scene.order.rows.count
    let visible = scene.layout.visibleLanes
    let first = scene.run.arrangement.firstRow
    let isFilter = scene.run.arrangement.choice.isFilter
    let room = scene.layout.chart.column - 3
    var title = scene.look(isFilter ? LaneTexts.filtered : RunTexts.lanes)
    if count > visible {
      let shown = "\(first + 1)–\(min(first + visible, count)) / \(count)"
      title = TextLayout.width(of: "\(title) \(shown)") <= room ? "\(title) \(shown)" : shown
    } else if !scene.run.arrangement.choice.hidden.isEmpty {
      let all = scene.run.run.world.lanes.count
      title += " \(all - scene.run.arrangement.choice.hidden.count) / \(all)"
    }
    frame.put(
      TextLayout.truncated(title, to: room), row: row, column: 2,
      style: isFilter ? .warning : .dim)
  }

  /// The round time that lies in a column, if any: since the first event, without what is left out.
  private static func tick(in column: Int, step: UInt64, _ axis: TimeAxis) -> UInt64? {
    let start = axis.start + Double(column) * axis.perColumn
    guard start + axis.perColumn > 0 else { return nil }
    let next = (max(start, 0) / Double(step)).rounded(.up) * Double(step)
    return next < start + axis.perColumn ? UInt64(next) : nil
  }

  private static func cutColumns(_ scene: Scene) -> Set<Int> {
    let cuts = scene.run.clock.elastic.cuts
    guard let start = scene.axis.boundaries.first, let end = scene.axis.boundaries.last else {
      return []
    }
    let first = cuts.partitioningIndex { $0.end >= start }
    let last = cuts.partitioningIndex { $0.start >= end }
    guard first < last else { return [] }
    return Set(cuts[first..<last].map { scene.axis.column(of: $0.start) })
  }
}

/// Round times at a distance that leaves room for their labels.
struct Scale: Hashable {
  /// The distance in nanoseconds: 1, 2 or 5 times a power of ten.
  let step: UInt64
  private let unit: UInt64
  private let unitName: String

  /// The smallest round distance of at least `leastStep` nanoseconds.
  init(leastStep: Double) {
    var power: UInt64 = 1
    while power < 100_000_000_000_000, Double(power) * 10 < leastStep { power *= 10 }
    step = [1, 2, 5, 10].map { power * $0 }.first { Double($0) >= leastStep } ?? power * 10
    switch step {
    case 200_000_000...: (unit, unitName) = (1_000_000_000, "s")
    case 100_000...: (unit, unitName) = (1_000_000, "ms")
    case 100...: (unit, unitName) = (1_000, "µs")
    default: (unit, unitName) = (1, "ns")
    }
  }

  /// `20`, or `20 ms`.
  func label(of time: UInt64, withUnit: Bool) -> String {
    var label = "\(time / unit)"
    if step < unit {
      let digits = String(unit + time % unit).dropFirst()
      let needed = String(unit / step).count - 1
      label += "." + digits.prefix(max(1, needed))
    }
    return withUnit ? label + " " + unitName : label
  }
}
