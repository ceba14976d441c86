import ProcModel

/// The lower half: the objects, why things are as they are, and what was printed.
enum PanelsView {
  /// Draws the panels that have room: side by side, or the answer alone on a narrow screen.
  static func draw(_ scene: Scene, in frame: inout Frame) {
    let area = scene.layout.panels
    guard area.rows >= 2 else { return }
    frame.fill(
      Rect(row: area.row, column: 0, rows: 1, columns: area.columns),
      with: scene.look.glyphs.horizontal, style: .rule)
    let panels = split(area, hasRoom: frame.size.rows >= 30)
    for (index, panel) in panels.enumerated() {
      title(of: panel, isFirst: index == 0, scene, in: &frame)
      fill(panel, scene, in: &frame)
    }
  }

  private enum Kind { case objects, why, output }

  private struct Panel {
    let kind: Kind
    /// The column of its left edge, where the line to its neighbour is.
    let edge: Int
    let row: Int
    let inner: Rect
  }

  private static func split(_ area: Rect, hasRoom: Bool) -> [Panel] {
    let columns = area.columns
    let edges: [(Kind, Int)] =
      switch columns {
      case 100...: [(.objects, 0), (.why, columns / 3), (.output, columns * 3 / 4 - 2)]
      case 72...: [(.objects, 0), (.why, columns / 3), (.output, columns * 7 / 10 + 1)]
      case 56...: [(.why, 0), (.output, columns * 6 / 10)]
      default: [(.why, 0)]
      }
    let pad = columns >= 100 ? 2 : 1
    return edges.enumerated().map { index, panel in
      let end = index + 1 < edges.count ? edges[index + 1].1 : columns
      let top = hasRoom ? 2 : 1
      let left = panel.1 + (index == 0 ? pad : pad + 1)
      return Panel(
        kind: panel.0, edge: panel.1, row: area.row,
        inner: Rect(
          row: area.row + top, column: left, rows: area.rows - top, columns: end - left - 1))
    }
  }

  private static func title(
    of panel: Panel, isFirst: Bool, _ scene: Scene, in frame: inout Frame
  ) {
    let text =
      switch panel.kind {
      case .objects: RunTexts.objects
      case .why: RunTexts.why
      case .output: RunTexts.output
      }
    frame.put(
      " \(scene.look(text)) ", row: panel.row, column: panel.inner.column - 1, style: .title)
    guard !isFirst else { return }
    let line = Rect(
      row: panel.row + 1, column: panel.edge, rows: scene.layout.panels.rows - 1, columns: 1)
    frame.fill(line, with: scene.look.glyphs.vertical, style: .rule)
  }

  private static func fill(_ panel: Panel, _ scene: Scene, in frame: inout Frame) {
    switch panel.kind {
    case .objects: ObjectsView.draw(scene, in: panel.inner, of: &frame)
    case .why: WhyView.draw(scene, in: panel.inner, of: &frame)
    case .output: OutputView.draw(scene, in: panel.inner, of: &frame)
    }
  }
}
