import ProcModel
import ProcSchedule
import ProcSession

extension Update {
  /// Compares what runs without the lock and with it.
  static func openComparison(in state: inout AppState) -> [Effect] {
    guard let run = state.run else { return [] }
    guard let scenario = run.scenario else { return refuse(in: &state) }
    state.searchCount += 1
    guard
      let comparing = Comparing(
        number: state.searchCount, scenario, run.knobs, schedule: run.ownSchedule)
    else { return refuse(in: &state) }
    state.tool = .compare(CompareState(comparing))
    return [.compare(comparing)]
  }

  private static func refuse(in state: inout AppState) -> [Effect] {
    state.run?.notice = CompareTexts.noLock
    return []
  }

  /// A key in the screen of a comparison.
  static func pressInCompare(_ key: Key, _ compare: CompareState, in state: inout AppState)
    -> [Effect]
  {
    let size = state.size
    switch key {
    case .left: state.compare?.look(by: -1)
    case .right: state.compare?.look(by: 1)
    case .pageUp: state.compare?.look(by: -10)
    case .pageDown: state.compare?.look(by: 10)
    case .home: state.compare?.look(by: -compare.column)
    case .end: state.compare?.look(by: compare.pair?.width ?? 0)
    case .character("d"): state.compare?.lookAtParting(size: size)
    case .up, .character("k"): state.compare?.scroll(by: -1, size: size)
    case .down, .character("j"): state.compare?.scroll(by: 1, size: size)
    case .character("r"): return openComparison(in: &state)
    case .character("?"): return openHelp(in: &state)
    case .character("q"), .character("c"), .escape:
      state.tool = nil
      return [.endSearch]
    default: break
    }
    return []
  }

  /// The mouse in the screen of a comparison: a press goes to a column, the wheel through them.
  static func useInCompare(
    _ action: MouseAction, _ compare: CompareState, in state: inout AppState
  ) -> [Effect] {
    switch action {
    case .wheelUp: state.compare?.look(by: -1)
    case .wheelDown: state.compare?.look(by: 1)
    case .press(let place):
      guard let pair = compare.pair,
        let column = CompareLayout(of: compare, pair, size: state.size).column(at: place)
      else { return [] }
      state.compare?.look(by: column - compare.column)
    }
    return []
  }

  /// A comparison says how far it is.
  static func take(_ progress: Comparison.Progress, of comparison: Int, in state: inout AppState) {
    guard let compare = state.compare, compare.comparing.number == comparison else { return }
    switch progress {
    case .searching: state.compare?.stage = .searching
    case .running: state.compare?.stage = .running
    case .failed(let error): state.compare?.stage = .failed(error.message)
    case .stopped: break
    case .over(let first, let second, let origin):
      let size = state.size
      state.compare?.stage = .over(SideBySide(first, second, origin))
      state.compare?.lookAtParting(size: size)
    }
  }
}

extension CompareState {
  /// Looks at another column.
  mutating func look(by step: Int) {
    guard let pair else { return }
    column = max(0, min(pair.width - 1, column + step))
  }

  /// Looks at the column where the two part, and at who moves there.
  mutating func lookAtParting(size: Size) {
    guard let pair, let parting = pair.parting else { return }
    column = parting
    guard let lane = pair.first.moves[parting]?.lane else { return }
    let visible = CompareLayout(of: self, pair, size: size).gridLayout.lanes.count
    firstLane = max(min(firstLane, lane), lane - visible + 1)
  }

  /// Shows other lanes, where not all have room.
  mutating func scroll(by step: Int, size: Size) {
    guard let pair else { return }
    let layout = CompareLayout(of: self, pair, size: size)
    firstLane = max(0, min(layout.lanes - layout.gridLayout.lanes.count, firstLane + step))
  }
}
