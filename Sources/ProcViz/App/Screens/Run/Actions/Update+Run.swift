import ProcLessons
import ProcModel

extension Update {
  /// A key in the run screen.
  static func pressInRun(_ key: Key, in state: inout AppState) -> [Effect] {
    if state.run?.typing != nil { return pressInLine(key, in: &state) }
    state.run?.notice = nil
    switch key {
    case .character(let sign): return press(sign, in: &state)
    case .up: state.run?.chooseLane(by: -1, size: state.size)
    case .down: state.run?.chooseLane(by: 1, size: state.size)
    case .left: state.run?.moveByEvents(-1, size: state.size)
    case .right: state.run?.moveByEvents(1, size: state.size)
    case .shiftLeft: state.run?.moveByColumns(-1, size: state.size)
    case .shiftRight: state.run?.moveByColumns(1, size: state.size)
    case .pageUp: state.run?.moveByColumns(-10, size: state.size)
    case .pageDown: state.run?.moveByColumns(10, size: state.size)
    case .home: state.run?.moveToStart(size: state.size)
    case .end:
      if let effects = state.run?.followPlan() ?? skipToEnd(in: &state) { return effects }
      state.run?.followPresent()
    case .enter: return pressEnterInRun(in: &state)
    case .escape:
      if state.run?.search == nil { return leaveRun(in: &state) }
      state.run?.search = nil
    case .backspace, .delete: break
    }
    return []
  }

  private static func press(_ sign: Character, in state: inout AppState) -> [Effect] {
    if let replay = state.run?.replay, let effects = pressInReplay(sign, replay, in: &state) {
      return effects
    }
    switch sign {
    case "k": state.run?.chooseLane(by: -1, size: state.size)
    case "j": state.run?.chooseLane(by: 1, size: state.size)
    case "[": state.run?.moveByColumns(-1, size: state.size)
    case "]": state.run?.moveByColumns(1, size: state.size)
    case "z": state.run?.zoom(in: true, size: state.size)
    case "Z": state.run?.zoom(in: false, size: state.size)
    case "M": state.run?.toggleMark()
    case "'": state.run?.jumpToMark(size: state.size)
    case "t": state.run?.toggleAxis(size: state.size)
    case "f": return openFilter(in: &state)
    case "F", "g", "O": return arrange(sign, in: &state)
    case " ": return togglePause(in: &state)
    case "s": return step(in: &state)
    case "1"..."9": return stepNumbered(sign.wholeNumberValue ?? 0, in: &state)
    case "u": return stepBack(in: &state)
    case "y": return openSchedule(in: &state)
    case "l": return toggleLock(in: &state)
    case "m": return nextStartMethod(in: &state)
    case "r": return runAgain(in: &state)
    case "/": return openFind(in: &state)
    case "n" where state.run?.search != nil: state.run?.jumpToHit(.next, size: state.size)
    case "N": state.run?.jumpToHit(.previous, size: state.size)
    case "n": return openNeighbour(1, in: &state)
    case "p": return openNeighbour(-1, in: &state)
    case "+", "=": return changeSpeed(1, in: &state)
    case "-", "_": return changeSpeed(-1, in: &state)
    case "o": return openKnobs(in: &state)
    case "x": return openSearch(in: &state)
    case "e": return openReading(in: &state)
    case "w": return openWaitGraph(in: &state)
    case "W": return record(in: &state)
    case "c": return openComparison(in: &state)
    case "i": return openLine(in: &state)
    case "?": return openHelp(in: &state)
    case "q": return leaveRun(in: &state)
    default: break
    }
    return []
  }

  private static func leaveRun(in state: inout AppState) -> [Effect] {
    // The way back leads to the search, where that has led here.
    if let run = state.run, run.isFromSearch, let search = state.lastSearch,
      search.subject == run.subject
    {
      state.tool = .explore(search)
    }
    state.run = nil
    return [.stop]
  }

  private static func openNeighbour(_ step: Int, in state: inout AppState) -> [Effect] {
    let count = state.scenarios.count
    guard count > 0 else { return [] }
    let scenario = state.scenarios[(state.chosenScenario + step + count) % count]
    return launch(scenario, knobs: KnobValues(defaultsOf: scenario), in: &state)
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
      if let row = layout.row(at: place, firstRow: run.firstRow), rows.indices.contains(row) {
        state.run?.chosenLane = rows[row].first
      } else if place.row == layout.axisRow, place.column >= layout.chart.column {
        state.run?.look(atColumn: place.column - layout.chart.column, size: state.size)
      }
    }
    return []
  }
}
