import ProcModel
import ProcSchedule
import ProcSession

/// Two runs by the same schedule, column by column.
struct SideBySide: Sendable {
  /// The run whose schedule it is, and the one that followed it as far as it fits.
  let first: MoveGrid
  let second: MoveGrid
  /// Where the schedule comes from.
  let origin: Comparison.Origin
  /// How many columns both have.
  let width: Int
  /// Where they part: the first move of the schedule that the second run did not allow; where there is
  /// none, the first that did something else. Nil: nowhere.
  let divergence: Int?

  /// Puts two runs side by side.
  init(_ first: Comparison.Side, _ second: Comparison.Side, _ origin: Comparison.Origin) {
    let length = first.result.execution.steps.count
    var columns: [Int] = []
    for place in second.places.prefix(second.result.execution.steps.count) {
      columns.append(place ?? max(length, (columns.last ?? -1) + 1))
    }
    let width = max(length, (columns.last ?? -1) + 1)
    self.width = width
    self.origin = origin
    self.first = MoveGrid(first.result, columns: Array(0..<length), width: width)
    self.second = MoveGrid(second.result, columns: columns, width: width)
    divergence = Self.divergence(self.first, self.second, length: length)
  }

  private static func divergence(_ first: MoveGrid, _ second: MoveGrid, length: Int) -> Int? {
    (0..<length).first { second.moves[$0] == nil }
      ?? (0..<length).first { first.moves[$0]?.operation != second.moves[$0]?.operation }
  }
}

extension MoveGrid {
  /// What happened in a column, in a sentence; of a move that was not made, why not.
  ///
  /// - Parameter lane: who was to move.
  func sentence(of column: Int, lane: LaneIndex?) -> Localized {
    guard moves.indices.contains(column), let move = moves[column] else {
      return whyNot(lane, at: column)
    }
    let deed = move.events.first { seq in
      let event = run.trace[seq]
      return event.kind != .gateWait && event.kind != .objectDefine
        && run.world.lane(pid: event.pid, tid: event.tid) == move.lane
    }
    guard let seq = deed ?? move.events.first, seq < run.trace.count else {
      return Localized(verbatim: "")
    }
    return Explainer.sentence(for: run.trace[seq], before: run.world(after: seq))
  }

  private func whyNot(_ lane: LaneIndex?, at column: Int) -> Localized {
    let world = run.world(after: count(after: column))
    guard let lane, world.lanes.indices.contains(lane) else { return CompareTexts.nothing }
    let name = Sanitizer.line(world.lanes[lane].name)
    if case .held(let pending) = world.lanes[lane].activity,
      case .lock(let lock)? = world.object(pending.object)?.content, !lock.isFree
    {
      let object = world.object(pending.object).map { Sanitizer.line($0.name) } ?? "?"
      let holders = lock.holders.map { Sanitizer.line(world.lanes[$0.lane].name) }
      return CompareTexts.waits(name, for: object, heldBy: holders.joined(separator: ", "))
    }
    let situation = world.situation(of: lane)
    return Localized(zh: "\(name) \(situation.zh)", en: "\(name) \(situation.en)")
  }
}
