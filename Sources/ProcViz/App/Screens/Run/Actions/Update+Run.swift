import ProcLessons
import ProcModel

extension Update {
  /// Opens another screen from the run.
  static func perform(_ action: OpenAction, in state: inout AppState) -> [Effect] {
    switch action {
    case .knobs: openKnobs(in: &state)
    case .filter: openFilter(in: &state)
    case .explore: openSearch(in: &state)
    case .compare: openComparison(in: &state)
    case .waitGraph: openWaitGraph(in: &state)
    case .reading: openReading(in: &state)
    case .schedule: openSchedule(in: &state)
    }
  }

  /// End: to the end of the plan or of the recording, where there is one; else to the present.
  static func goToPresent(in state: inout AppState) -> [Effect] {
    if let effects = state.run?.followPlan() ?? skipToEnd(in: &state) { return effects }
    state.run?.viewpoint.followPresent()
    return []
  }

  /// Says why something cannot be done.
  static func refuse(_ reason: Localized, in state: inout AppState) -> [Effect] {
    state.run?.notice = reason
    return []
  }

  /// Goes back to where the run was opened from: to the search, where that has led here.
  static func leaveRun(in state: inout AppState) -> [Effect] {
    state.stack.pop()
    state.run = nil
    return [.stop]
  }

  /// The mouse in the run screen: a press chooses a lane, or a moment on the axis; the wheel moves
  /// in time.
  static func useInRun(_ action: MouseAction, in state: inout AppState) -> [Effect] {
    guard let run = state.run else { return [] }
    let layout = RunLayout(of: run, size: state.size)
    switch action {
    case .wheelUp: state.run?.moveByColumns(-3, size: state.size)
    case .wheelDown: state.run?.moveByColumns(3, size: state.size)
    case .press(let place):
      let rows = run.laneOrder.rows
      let firstRow = run.arrangement.firstRow
      if let row = layout.row(at: place, firstRow: firstRow), rows.indices.contains(row) {
        state.run?.arrangement.chosen = rows[row].first
      } else if place.row == layout.axisRow, place.column >= layout.chart.column {
        state.run?.look(atColumn: place.column - layout.chart.column, size: state.size)
      }
    }
    return []
  }
}
