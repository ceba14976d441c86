import ProcModel

extension PicturePainter {
  /// The distance at which arrivals are looked for, and the number above which they cannot be told
  /// apart: then only starts are drawn.
  private static var binWidth: Double { 12 }
  private static var dense: Int { 6 }
  private static var most: Int { 64 }

  /// What was passed on, as curves with a head, below all else.
  mutating func paintConnectors() throws {
    let all = run.connectors
    for bin in 0...Int(scale.width / Self.binWidth) {
      let left = Double(bin) * Self.binWidth
      let first = all.partitioningIndex { $0.toTime >= scale.time(left) }
      let last = all.partitioningIndex { $0.toTime >= scale.time(left + Self.binWidth) }
      let isDense = last - first > Self.dense
      for connector in all[first..<max(first, min(last, first + Self.most))]
      where !isDense || connector.kind == .start {
        try paint(connector)
      }
    }
  }

  private mutating func paint(_ connector: Timeline.Connector) throws {
    guard connector.from != connector.to, layout.lanes.contains(connector.from),
      layout.lanes.contains(connector.to)
    else { return }
    let (x1, x2) = (
      layout.chart + scale.x(connector.fromTime), layout.chart + scale.x(connector.toTime)
    )
    let (from, to) = (layout.line(connector.from), layout.line(connector.to))
    let down = to > from ? 1.0 : -1.0
    let (y1, y2) = (from + down * 4, to - down * 12)
    let bend = max(12, abs(y2 - y1) * 0.55) * down
    let hue = self.hue(of: connector)
    try canvas.path(
      "M\(n(x1)),\(n(y1))C\(n(x1)),\(n(y1 + bend)) \(n(x2)),\(n(y2 - bend)) \(n(x2)),\(n(y2))",
      "flow \(hue)")
    try canvas.path(
      "M\(n(x2 - 3.2)),\(n(y2 - down))h6.4L\(n(x2)),\(n(y2 + down * 5))z", "head \(hue)")
  }

  private func hue(of connector: Timeline.Connector) -> String {
    switch connector.kind {
    case .start: PictureStyle.lane(connector.to)
    case .lock: PictureStyle.lock(locks[run.object(of: connector)] ?? 0)
    case .item, .request, .task, .signal: PictureStyle.lane(connector.from)
    }
  }
}
