import ProcModel

extension PicturePainter {
  /// Legend and findings.
  mutating func paintProse() throws {
    if layout.hiddenLanes > 0 {
      let more = Localized(
        zh: "另有 \(layout.hiddenLanes) 条泳道未画出", en: "and \(layout.hiddenLanes) more lanes")
      try canvas.text(
        more[facts.language], PictureLayout.margin, layout.below - 8, "dim",
        cell: PictureLayout.cell)
    }
    try canvas.line(
      PictureLayout.margin, layout.below - 4, PictureLayout.width - PictureLayout.margin,
      layout.below - 4, "rule")
    for entry in prose.legend { try paint(entry) }
    for line in prose.lines {
      try canvas.text(line.text, line.x, line.y, line.classes, cell: line.cell)
    }
  }

  private mutating func paint(_ entry: PictureProse.Entry) throws {
    let (x, y) = (entry.x, entry.y)
    var lead = 18.0
    switch entry.sign {
    case .mark(let name):
      try canvas.sign(name, x + 6, y, name == "wrong" ? "wrong" : "sign l0")
    case .state(let state):
      lead = 38
      try paint(state, x, y)
    }
    try canvas.text(
      entry.text, x + lead, y + 4, "small", cell: PictureLayout.smallCell)
  }

  private mutating func paint(_ state: PictureProse.State, _ x: Double, _ y: Double) throws {
    switch state {
    case .running: try canvas.line(x, y, x + 30, y, "run l0")
    case .holding: try canvas.rect(x, y - 7, 30, 14, "hold k0")
    case .waiting:
      try canvas.raw(
        "<rect class=\"wait k0\" style=\"fill:url(#w0)\" x=\"\(n(x))\" y=\"\(n(y - 7))\""
          + " width=\"30\" height=\"14\"/>")
    case .blocked: try canvas.line(x, y, x + 30, y, "block l0")
    case .sleeping: try canvas.line(x + 2, y, x + 30, y, "sleep l0")
    case .held: try canvas.line(x, y, x + 30, y, "gate l0")
    case .idle: try canvas.line(x, y, x + 30, y, "idle l0")
    }
  }
}
