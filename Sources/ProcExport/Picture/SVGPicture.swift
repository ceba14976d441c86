public import ProcModel

/// A picture of the lanes that needs nothing else: no scripts, no fonts to download, light or dark
/// like the reader's system.
///
/// It has as many columns as fit, however many events there are, so that its size is bounded by the
/// number of lanes.
public enum SVGPicture {
  /// Draws a run.
  public static func write(_ run: Run, _ facts: ExportFacts, to sink: inout some ExportSink) throws
  {
    var painter = PicturePainter(run, facts, sink)
    try painter.paint()
    sink = painter.canvas.sink
  }
}

/// Draws a picture, from back to front.
struct PicturePainter<Sink: ExportSink> {
  let run: Run
  let facts: ExportFacts
  let layout: PictureLayout
  let scale: ElasticScale
  let texts: ActivityTexts
  /// What is drawn of each lane.
  let samples: [LaneSamples]
  let prose: PictureProse
  /// The numbers of the locks, which choose their hues.
  let locks: [ObjectID: Int]
  var canvas: Canvas<Sink>

  init(_ run: Run, _ facts: ExportFacts, _ sink: Sink) {
    self.run = run
    self.facts = facts
    let layout = PictureLayout(run)
    let scale = ElasticScale(run, width: layout.chartWidth)
    self.layout = layout
    self.scale = scale
    texts = ActivityTexts(run.world, facts.language)
    samples = layout.lanes.map { LaneSamples(run, $0, scale) }
    let locks = run.world.objects.filter { $0.kind.isLock }
    self.locks = Dictionary(
      locks.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    prose = PictureProse(run, facts, samples, below: layout.below)
    canvas = Canvas(sink)
  }

  mutating func paint() throws {
    try begin()
    try paintHead()
    try paintAxis()
    try paintConnectors()
    for lane in layout.lanes { try paint(lane) }
    try paintProse()
    try canvas.raw("</svg>")
  }

  private mutating func begin() throws {
    let size = "width=\"\(n(PictureLayout.width))\" height=\"\(n(prose.height))\""
    let box = "viewBox=\"0 0 \(n(PictureLayout.width)) \(n(prose.height))\""
    try canvas.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    try canvas.raw(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) \(box) role=\"img\""
        + " xml:space=\"preserve\" lang=\"\(facts.language.rawValue)\">")
    try canvas.raw("<title>\(XML.escaped(prose.title))</title>")
    try canvas.raw("<desc>\(XML.escaped(prose.description))</desc>")
    try canvas.raw("<defs>\n\(PictureStyle.sheet)\n\(PictureStyle.patterns)")
    try canvas.raw("\(MarkSigns.shapes(prose.signs))\n</defs>")
    try canvas.rect(0, 0, PictureLayout.width, prose.height, "page")
  }

  private mutating func paintHead() throws {
    let margin = PictureLayout.margin
    try canvas.text(
      prose.title, margin, 36, "title", cell: 10.24,
      limit: Int((PictureLayout.width - 2 * margin) / 10.24))
    try canvas.text(
      prose.subtitle, margin, 58, "dim", cell: PictureLayout.cell, limit: PictureLayout.proseCells)
  }

  private mutating func paintAxis() throws {
    let perUnit = Double(scale.shown) / scale.width
    let times = RoundTimes(atLeast: perUnit * 90)
    let bottom = layout.line(max(0, layout.lanes.count - 1)) + layout.row - 18
    var isFirst = true
    for place in 0..<64 {
      let elapsed = UInt64(place) * times.step
      let time = scale.origin + elapsed
      let x = scale.x(time)
      guard x <= scale.width + 1 else { break }
      if scale.elastic.cuts.contains(where: { $0.start < time && time < $0.end }) { continue }
      let label = times.label(elapsed) + (isFirst ? " " + times.unitName : "")
      isFirst = false
      try canvas.line(layout.chart + x, layout.axis - 4, layout.chart + x, bottom, "axis")
      try canvas.text(
        label, layout.chart + x + 5, layout.axis + 4, "small dim", cell: PictureLayout.smallCell)
    }
    try paintCuts()
  }

  /// The places where time was left out, if they can be told apart.
  private mutating func paintCuts() throws {
    var free = -Double.infinity
    for cut in scale.elastic.cuts {
      let x = layout.chart + scale.x(cut.end)
      guard x >= free else { continue }
      free = x + 8
      let y = layout.axis - 6
      try canvas.path("M\(n(x - 3)),\(n(y))l4,6l-4,6M\(n(x + 1)),\(n(y))l4,6l-4,6", "flow l0")
    }
  }
}
