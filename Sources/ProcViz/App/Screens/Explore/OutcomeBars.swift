import ProcModel
import ProcSchedule
import ProcSession

/// What came of the schedules: a bar and a number for each outcome.
enum OutcomeBars {
  /// An outcome, and how many schedules had it.
  struct Row: Hashable {
    let outcome: Search.Outcome
    let count: Int
  }

  /// The rows: what went well first, then the findings in the order in which they were met.
  static func rows(of explore: ExploreState) -> [Row] {
    guard let counts = explore.progress?.counts else { return [] }
    let wrong = counts.findings.map { Row(outcome: .finding($0.kind), count: $0.count) }
    return [Row(outcome: .ok, count: counts.outcomes[.ok] ?? 0)] + wrong
  }

  /// Draws them, the chosen one set off.
  static func draw(_ explore: ExploreState, _ look: Look, in area: Rect, of frame: inout Frame) {
    let rows = rows(of: explore)
    let total = explore.progress?.counts.schedules ?? 0
    if total == 0 {
      guard explore.isGoingOn else { return }
      frame.put(
        look(SearchTexts.nothingYet), row: area.row, column: area.column + 3, style: .faint)
      return
    }
    let names = rows.map { TextLayout.width(of: look(FindingTexts.name($0.outcome))) }.max() ?? 0
    for (index, row) in rows.prefix(area.rows).enumerated() {
      draw(
        row, of: total, isChosen: row.outcome == explore.current.map { .finding($0.kind) },
        names: names, look,
        in: Rect(
          row: area.row + index, column: area.column, rows: 1, columns: area.columns), of: &frame)
    }
  }

  private static func draw(
    _ row: Row, of total: Int, isChosen: Bool, names: Int, _ look: Look, in area: Rect,
    of frame: inout Frame
  ) {
    let ground: Style.Ground = isChosen ? .chosen : .page
    let style: Style = row.count == 0 ? .faint : row.style
    frame.fill(area, style: Style.text.on(ground))
    if isChosen {
      frame.put(look.glyphs.chosen, row: area.row, column: area.column, style: Style.key.on(ground))
    }
    frame.put(
      row.sign(look.glyphs), row: area.row, column: area.column + 2, style: style.on(ground))
    var column = area.column + 4
    frame.put(
      look(FindingTexts.name(row.outcome)), row: area.row, column: column,
      style: (row.count == 0 ? Style.faint : .text).on(ground))
    column += names + 1
    column += 9
    frame.putRight(
      row.count.grouped, row: area.row, endColumn: column, style: Style.title.on(ground))
    column += 7
    frame.putRight(
      share(row.count, of: total), row: area.row, endColumn: column, style: Style.dim.on(ground))
    let room = min(area.endColumn - column - 4, 60)
    drawBar(
      row.count, of: total, style.on(ground), at: Point(row: area.row, column: column + 2), room,
      look, &frame)
  }

  private static func drawBar(
    _ count: Int, of total: Int, _ style: Style, at place: Point, _ columns: Int, _ look: Look,
    _ frame: inout Frame
  ) {
    guard columns > 4, count > 0 else { return }
    // What has happened at all can be seen.
    let length = max(1, Int((Double(columns) * Double(count) / Double(total)).rounded()))
    frame.fill(
      Rect(row: place.row, column: place.column, rows: 1, columns: min(length, columns)),
      with: look.glyphs.barFull, style: style)
  }

  /// `38%`; of what is there, never 0, and never 100 where there is something else.
  private static func share(_ count: Int, of total: Int) -> String {
    guard count > 0, total > 0 else { return "0%" }
    if count * 100 < total { return "<1%" }
    return "\(count == total ? 100 : min(99, count * 100 / total))%"
  }
}

extension OutcomeBars.Row {
  /// Whether it says what could go wrong in another order, not what went wrong in this one.
  private var isPredictive: Bool {
    if case .finding(let kind) = outcome { kind.isPredictive } else { false }
  }

  /// What it means.
  fileprivate var style: Style { outcome == .ok ? .good : isPredictive ? .warning : .danger }

  /// The same as a sign.
  fileprivate func sign(_ glyphs: Glyphs) -> Character {
    outcome == .ok ? glyphs.good : isPredictive ? "!" : glyphs.bad
  }
}
