import ProcLessons
import ProcModel

/// Why things are as they are: what was found, what is going on, what it teaches, and the one key
/// worth pressing next.
enum WhyView {
  /// Draws it; the key keeps its place at the end.
  static func draw(_ scene: Scene, in area: Rect, of frame: inout Frame) {
    let next = suggestion(scene, columns: area.columns)
    let space = next.isEmpty ? 0 : next.count + (area.rows > 6 ? 1 : 0)
    let top = area.inset(bottom: min(space, area.rows))
    let lines = paragraphs(scene, columns: area.columns)
    let shown = fit(lines, rows: top.rows)
    let end = frame.put(shown, in: top)
    guard !next.isEmpty else { return }
    let row = min(end + (area.rows > 6 ? 1 : 0), area.endRow - next.count)
    frame.put(
      next, in: Rect(row: row, column: area.column, rows: next.count, columns: area.columns))
  }

  /// Whole paragraphs as long as there is room, with a blank line between where there is more.
  private static func fit(_ paragraphs: [[Line]], rows: Int) -> [Line] {
    let spaced = Array(paragraphs.joined(separator: [Line()]))
    if spaced.count <= rows { return spaced }
    let dense = Array(paragraphs.joined())
    return Array(dense.prefix(rows))
  }

  private static func paragraphs(_ scene: Scene, columns: Int) -> [[Line]] {
    let highlighter = scene.highlighter
    func wrapped(_ text: Localized, _ style: Style = .text) -> [Line] {
      Line.wrapped(
        scene.look(text), to: columns, style: style, highlighter: highlighter)
    }
    var result = scene.run.findings.prefix(2).map { wrapped($0.text) }
    if scene.run.mode == .finished, scene.run.past == nil {
      if scene.run.failure == nil {
        result.append(wrapped(scene.run.scenario.explanation(scene.run.knobs), .dim))
      }
    } else {
      result += scene.situation.map { wrapped($0) }
    }
    if scene.run.run.trace.isEmpty, scene.run.failure == nil {
      result.append(wrapped(scene.run.scenario.lookFor))
    }
    return result.filter { !$0.isEmpty }
  }

  private static func suggestion(_ scene: Scene, columns: Int) -> [Line] {
    guard let next = scene.nextKey else { return [] }
    let texts = TextLayout.wrapped(scene.look(next.effect), to: columns - 3)
    return texts.enumerated().map { index, text in
      Line(index == 0 ? TextLayout.padded(next.key, to: 3) : "   ", .key).adding(text, .dim)
    }
  }
}

extension Scene {
  /// What is going on, in sentences.
  var situation: [Localized] { [] }

  /// The one key worth pressing next.
  var nextKey: Suggestion? {
    if run.past != nil {
      return Suggestion("End", zh: "回到现在", en: "back to the present")
    }
    if run.inputLane != nil {
      return Suggestion("i", zh: "给它输入一行，或直接按 Enter", en: "type a line for it, or just Enter")
    }
    switch run.mode {
    case .finished: return run.scenario.next(run.knobs)
    case .paused, .stepping:
      return Suggestion("s", zh: "执行下一个操作", en: "let the next operation happen")
    case .running: return run.run.findings.isEmpty ? nil : run.scenario.next(run.knobs)
    }
  }
}
