import ProcModel

/// All that the panels of the run screen say, at length: for screens that have no room for it.
enum ReadingView {
  /// The screen, from line `scroll` on.
  static func frame(of run: RunState, scroll: Int, look: Look, size: Size, bar: [BarView.Item])
    -> Frame
  {
    var frame = Frame(size: size)
    let area = area(size)
    let lines = lines(of: run, look: look, size: size)
    let first = max(0, min(scroll, lines.count - area.rows))
    let last = min(first + area.rows, lines.count)
    let title = Line("procviz", Style.title.on(.bar))
      .adding("  " + look(ReadingTexts.title) + " › ", .bar)
      .adding(Sanitizer.line(run.subject.name), Style.title.on(.bar))
    BarView.title(title, right: moment(run, look), row: 0, in: &frame)
    frame.put(Array(lines[first..<last]), in: area)
    if last < lines.count {
      frame.put(look.glyphs.more, row: area.endRow - 1, column: size.columns - 2, style: .key)
    }
    if first > 0 {
      frame.put(look.glyphs.before, row: area.row, column: size.columns - 2, style: .key)
    }
    BarView.keys(bar, row: size.rows - 1, in: &frame)
    return frame
  }

  /// How many lines are seen at once.
  static func page(_ size: Size) -> Int { area(size).rows }

  /// The last line from which the rest fills the screen.
  static func lastScroll(of run: RunState, look: Look, size: Size) -> Int {
    max(0, lines(of: run, look: look, size: size).count - area(size).rows)
  }

  private static func area(_ size: Size) -> Rect {
    Rect(size).inset(top: size.rows >= 20 ? 2 : 1, bottom: 1, left: 2, right: 3)
  }

  private static func moment(_ run: RunState, _ look: Look) -> String {
    if let lag = run.lag { return lag.text(look) }
    return look(WaitGraphTexts.now(TimeText.clock(run.latest.distance(after: run.origin))))
  }

  /// Text that is wider than this is hard to read.
  private static let widest = 96

  private static func lines(of run: RunState, look: Look, size: Size) -> [Line] {
    let layout = RunLayout(of: run, size: size)
    let scene = Scene(of: run, look: look, layout: layout)
    let columns = min(area(size).columns, widest)
    let parts = [
      (RunTexts.why, WhyView.everything(scene, columns: columns)),
      (RunTexts.objects, ObjectsView.everything(scene, columns: columns)),
      (RunTexts.output, OutputView.everything(scene, columns: columns)),
    ]
    return Array(
      parts.filter { !$0.1.isEmpty }.map { [Line(look($0.0), .title)] + $0.1 }
        .joined(separator: [Line()]))
  }
}
