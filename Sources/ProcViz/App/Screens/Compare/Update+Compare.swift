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
    // The same screen, where a comparison is made again.
    if state.stack.top.kind == .compare { state.stack.pop() }
    state.stack.push(.compare(CompareState(comparing)))
    return [.compare(comparing)]
  }

  private static func refuse(in state: inout AppState) -> [Effect] {
    state.run?.notice = CompareTexts.noLock
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
    guard let pair, let divergence = pair.divergence else { return }
    column = divergence
    guard let lane = pair.first.moves[divergence]?.lane else { return }
    let visible = CompareLayout(of: self, pair, size: size).gridLayout.lanes.count
    firstLane = max(min(firstLane, lane), lane - visible + 1)
  }

  /// Whether not all lanes have room.
  func hasMoreLanes(size: Size) -> Bool {
    guard let pair else { return false }
    let layout = CompareLayout(of: self, pair, size: size)
    return layout.lanes > layout.gridLayout.lanes.count
  }

  /// Shows other lanes, where not all have room.
  mutating func scroll(by step: Int, size: Size) {
    guard let pair else { return }
    let layout = CompareLayout(of: self, pair, size: size)
    firstLane = max(0, min(layout.lanes - layout.gridLayout.lanes.count, firstLane + step))
  }
}
