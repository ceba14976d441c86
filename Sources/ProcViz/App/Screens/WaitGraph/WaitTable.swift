import ProcModel

/// The columns in which the rows of the wait-for graph stand.
struct WaitTable {
  private let run: RunState
  private let look: Look
  private let area: Rect
  private let whoColumns: Int
  private let whatColumns: Int
  private let holderColumns: Int
  private let pidColumns: Int

  /// Columns as wide as the names need, as far as there is room.
  init(_ graph: WaitRows, run: RunState, look: Look, area: Rect) {
    self.run = run
    self.look = look
    self.area = area
    func widest(_ names: [String], least: Localized, most: Int) -> Int {
      min(most, (names + [look(least)]).map { TextLayout.width(of: $0) }.max() ?? 0)
    }
    let most = area.columns >= 72 ? 16 : 10
    let pidColumns = area.columns >= 60 ? 8 : 0
    self.pidColumns = pidColumns
    whoColumns = widest(
      graph.rows.compactMap(\.lane?.name), least: WaitGraphTexts.who, most: most)
    whatColumns = widest(
      graph.rows.map { Self.what($0, look) }, least: WaitGraphTexts.what, most: most)
    let holders = widest(
      graph.rows.compactMap(\.holder?.name), least: WaitGraphTexts.holder, most: most)
    // Where nobody has it, the words have the room of the pid, too.
    let helpers =
      graph.rows.compactMap { Self.helper($0, look) }
      .map { TextLayout.width(of: $0) - pidColumns }.max() ?? 0
    let left = whoColumns + whatColumns + 2 * pidColumns + 20
    holderColumns = max(holders, min(helpers, area.columns - left))
  }

  /// Who could help where nobody has what is waited for.
  private static func helper(_ row: WaitRows.Row, _ look: Look) -> String? {
    guard row.holder == nil, let wait = row.wait else { return nil }
    return look(WaitGraphTexts.helper(wait.blocker))
  }

  private var who: Int { area.column + 3 }
  private var firstArrow: Int { who + whoColumns + pidColumns + 1 }
  private var what: Int { firstArrow + 4 }
  private var secondArrow: Int { what + whatColumns + 1 }
  private var holder: Int { secondArrow + 4 }
  private var manner: Int { holder + holderColumns + pidColumns + 3 }

  /// What the columns are.
  func drawTitles(row: Int, in frame: inout Frame) {
    frame.put(look(WaitGraphTexts.who), row: row, column: who, style: .dim)
    frame.put(look(WaitGraphTexts.what), row: row, column: what, style: .dim)
    frame.put(look(WaitGraphTexts.holder), row: row, column: holder, style: .dim)
    guard pidColumns > 0 else { return }
    frame.putRight("pid", row: row, endColumn: who + whoColumns + pidColumns, style: .faint)
    frame.putRight("pid", row: row, endColumn: holder + holderColumns + pidColumns, style: .faint)
  }

  /// One row, `height` rows of the screen high.
  func draw(_ item: WaitRows.Row, row: Int, height: Int, in frame: inout Frame) {
    let isInCircle = item.place != nil
    let line = Style(role: isInCircle ? .wrong : .dim)
    if let place = item.place { drawBracket(place, row: row, height: height, in: &frame) }
    if let lane = item.lane {
      put(lane, row: row, column: who, columns: whoColumns, isInCircle, in: &frame)
      arrow(row: row, column: firstArrow, line, in: &frame)
    }
    frame.put(
      TextLayout.shortened(Self.what(item, look), to: whatColumns), row: row, column: what,
      style: isInCircle ? line : item.object == nil ? .dim : .title)
    if let lane = item.holder {
      arrow(row: row, column: secondArrow, line, in: &frame)
      put(lane, row: row, column: holder, columns: holderColumns, isInCircle, in: &frame)
      if item.others > 0 {
        frame.put("+\(item.others)", row: row, column: manner - 3, style: line)
      }
    } else if let helper = Self.helper(item, look) {
      let room = min(holderColumns + pidColumns, area.endColumn - holder)
      frame.put(
        TextLayout.truncated(helper, to: room), row: row, column: holder, style: .faint)
    }
    drawManner(item, row: row, in: &frame)
  }

  /// The line that leads from the end of a cycle's last row back to its first.
  private func drawBracket(
    _ place: WaitRows.Place, row: Int, height: Int, in frame: inout Frame
  ) {
    let style = Style(role: .wrong)
    let glyphs = look.glyphs
    let (first, second): (Character, Character) =
      switch place {
      case .first: (glyphs.connector([.right, .down]), glyphs.arrowHead)
      case .between: (glyphs.connector([.up, .down]), " ")
      case .last: (glyphs.connector([.up, .right]), glyphs.horizontal)
      case .only: (glyphs.bad, " ")
      }
    frame.put(first, row: row, column: area.column, style: style)
    frame.put(second, row: row, column: area.column + 1, style: style)
    guard place == .first || place == .between else { return }
    frame.fill(
      Rect(row: row + 1, column: area.column, rows: height - 1, columns: 1),
      with: glyphs.connector([.up, .down]), style: style)
  }

  private func put(
    _ lane: WaitForGraph.LaneNode, row: Int, column: Int, columns: Int, _ isInCircle: Bool,
    in frame: inout Frame
  ) {
    let role: Style.Role = isInCircle ? .laneTitle(lane.lane) : .lane(lane.lane)
    frame.put(
      TextLayout.shortened(lane.name, to: columns), row: row, column: column,
      style: Style(role: role))
    guard pidColumns > 0, lane.pid > 0 else { return }
    frame.putRight(
      String(lane.tid > 0 ? lane.tid : lane.pid), row: row,
      endColumn: column + columns + pidColumns,
      style: .faint)
  }

  private func arrow(row: Int, column: Int, _ style: Style, in frame: inout Frame) {
    frame.put(
      "\(look.glyphs.horizontal)\(look.glyphs.horizontal)\(look.glyphs.arrowHead)", row: row,
      column: column, style: style)
  }

  private func drawManner(_ item: WaitRows.Row, row: Int, in frame: inout Frame) {
    let text: Localized
    if let wait = item.wait {
      let time = max(run.viewpoint.past == nil ? run.clock.now : 0, run.world.now).distance(
        after: wait.since)
      text = WaitGraphTexts.manner(wait, for: TimeText.short(time))
    } else {
      text = WaitGraphTexts.unawaited
    }
    let room = area.endColumn - manner - 1
    guard TextLayout.width(of: look(text)) <= room else { return }
    frame.put(look(text), row: row, column: manner, style: .dim)
  }

  /// What is waited for.
  private static func what(_ row: WaitRows.Row, _ look: Look) -> String {
    if let object = row.object { return object.name }
    return row.wait.map { look(WaitGraphTexts.awaited($0.blocker)) } ?? ""
  }
}
