import ProcModel

extension PicturePainter {
  /// A lane: its name, its line, its marks, and the values below them.
  mutating func paint(_ lane: LaneIndex) throws {
    let state = run.world.lanes[lane]
    let y = layout.line(lane)
    let hue = PictureStyle.lane(lane)
    let margin = PictureLayout.margin
    try canvas.text(
      Sanitizer.line(state.name), margin, y + 4.5, "bold \(hue)", cell: PictureLayout.cell,
      limit: layout.nameCells)
    if layout.hasValues, state.hasBegun {
      try canvas.text(
        "\(state.pid)", margin, y + 18, "small faint", cell: PictureLayout.smallCell)
    }
    for stretch in samples[lane].stretches { try paint(stretch, hue, y) }
    for stretch in samples[lane].stretches { try paintLabel(of: stretch, lane, y) }
    for placed in samples[lane].marks {
      let classes = placed.mark.isWrong ? "wrong" : "sign \(hue)"
      try canvas.sign(MarkSigns.name(placed.mark), layout.chart + placed.x, y, classes)
    }
    try paintEnd(of: lane, y)
    if layout.hasValues { try paintValues(of: lane, y + 21) }
  }

  private mutating func paint(
    _ stretch: LaneSamples.Stretch, _ hue: String, _ y: Double
  ) throws {
    let (from, to) = (layout.chart + stretch.from, layout.chart + stretch.to)
    if stretch.holding != .none, !stretch.activity.isAbsent {
      let lock = PictureStyle.lock(locks[stretch.holding] ?? 0)
      let isBusy = stretch.activity == .running
      try canvas.rect(from, y - 8, to - from, 16, "hold \(lock)\(isBusy ? "" : " thin")")
      if isBusy { return }
    }
    switch stretch.activity {
    case .starting, .ended: return
    case .blocked(.lock(let lock)), .blocked(.lockShare(let lock)):
      let number = (locks[lock] ?? 0) % 4
      try canvas.raw(
        "<rect class=\"wait \(PictureStyle.lock(number))\" style=\"fill:url(#w\(number))\""
          + " x=\"\(n(from))\" y=\"\(n(y - 7))\" width=\"\(n(to - from))\" height=\"14\"/>")
    case .running: try canvas.line(from, y, to, y, "run \(hue)")
    case .blocked: try canvas.line(from, y, to, y, "block \(hue)")
    case .sleeping: try canvas.line(from + 3, y, to, y, "sleep \(hue)")
    case .held: try canvas.line(from, y, to, y, "gate \(hue)")
    case .idle: try canvas.line(from, y, to, y, "idle \(hue)")
    }
  }

  /// What a long wait is for, or which lock is held.
  private mutating func paintLabel(
    of stretch: LaneSamples.Stretch, _ lane: LaneIndex, _ y: Double
  ) throws {
    let marks = samples[lane].marks
    let first = marks.partitioningIndex { $0.x > stretch.from + 6 }
    let room =
      (first < marks.count ? min(marks[first].x - 8, stretch.to) : stretch.to)
      - stretch.from
    for label in labels(of: stretch, lane) {
      let width = Double(DisplayWidth.of(label)) * PictureLayout.smallCell
      guard width + 24 <= room else { continue }
      let x = layout.chart + stretch.from + 12
      let isBlock = stretch.holding != .none && stretch.activity == .running
      if !isBlock { try canvas.rect(x - 4, y - 8, width + 8, 16, "page", round: 3) }
      return try canvas.text(
        label, x, y + 4, isBlock ? "small onblock bold" : "small dim",
        cell: PictureLayout.smallCell)
    }
  }

  /// What can be written into a stretch, the fullest form first.
  private func labels(of stretch: LaneSamples.Stretch, _ lane: LaneIndex) -> [String] {
    switch stretch.activity {
    case .starting, .ended, .idle: return []
    case .running: return stretch.holding == .none ? [] : [texts.name(stretch.holding)]
    case .blocked, .sleeping, .held: break
    }
    let what = texts.of(stretch.activity)
    guard let span = stretch.span else { return [what] }
    let length = run.length(of: span, in: run.spans(of: lane))
    return ["\(what) · \(DurationText.of(length))", what]
  }

  /// The exit code beside the last mark.
  private mutating func paintEnd(of lane: LaneIndex, _ y: Double) throws {
    guard let last = samples[lane].marks.last, last.mark.shape.isEnd,
      case .ended(let status) = run.world.lanes[lane].activity
    else { return }
    let text =
      switch status {
      case .code(let code): "\(code)"
      case .signal(let signal): "-\(signal)"
      case .unknown: "?"
      }
    try canvas.text(
      text, layout.chart + last.x + 11, y + 4,
      status == .code(0) ? "small faint" : "small bad bold", cell: PictureLayout.smallCell)
  }

  /// The values below their marks: first those where something went wrong, then the others if they
  /// do not touch.
  private mutating func paintValues(of lane: LaneIndex, _ y: Double) throws {
    var taken: [ClosedRange<Double>] = []
    for wantsWrong in [true, false] {
      for placed in samples[lane].marks where placed.mark.isWrong == wantsWrong {
        let mark = placed.mark
        if mark.shape.isEnd { continue }
        let label = TextLayout.truncated(Sanitizer.line(run.label(of: mark)), to: 14)
        guard !label.isEmpty, mark.shape != .taskEnd else { continue }
        let width = Double(DisplayWidth.of(label)) * PictureLayout.smallCell
        let x = placed.x - width / 2
        let room = (x - 4)...(x + width + 4)
        guard !taken.contains(where: { $0.overlaps(room) }) else { continue }
        taken.append(room)
        try canvas.text(
          label, layout.chart + x, y, mark.isWrong ? "small halo bad bold" : "small halo dim",
          cell: PictureLayout.smallCell)
      }
    }
  }
}
