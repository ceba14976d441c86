/// The shorter schedules that a run suggests, in the order in which they are tried.
struct Proposals: Sendable {
  private enum Change {
    /// The same run in the best order.
    case none
    /// The first turns only.
    case cut(Int)
    /// All turns but one.
    case without(Int)
    /// A later turn of a lane is made along with an earlier one.
    case sooner(Int, Int)
    /// An earlier turn of a lane is made along with a later one.
    case later(Int, Int)
  }

  private let turns: [Turn]
  private var changes: [Change] = []
  private var tried = 0

  /// What `execution` suggests.
  ///
  /// - Parameter most: the maximum number of useful suggestions.
  init(of execution: Execution, most: Int) {
    turns = FewestSwitches(execution, bound: FewestSwitches.trialBound).schedule.turns
    if turns.count - 1 < execution.switches { changes.append(.none) }
    changes += turns.indices.map { .cut($0) }
    changes += turns.indices.dropLast().map { .without($0) }
    for first in turns.indices {
      guard changes.count < most else { return }
      let lane = turns[first].lane
      for second in turns.indices.dropFirst(first + 2) where turns[second].lane == lane {
        changes += [.sooner(first, second), .later(first, second)]
      }
    }
  }

  /// The next, if there is one.
  mutating func next() -> [Turn]? {
    guard tried < changes.count else { return nil }
    defer { tried += 1 }
    var turns = turns
    switch changes[tried] {
    case .none: break
    case .cut(let count): turns.removeSubrange(count...)
    case .without(let turn): turns.remove(at: turn)
    case .sooner(let first, let second):
      turns[first].moves += turns[second].moves
      turns.remove(at: second)
    case .later(let first, let second):
      turns[second].moves = turns[first].moves + turns[second].moves
      turns.remove(at: first)
    }
    return turns
  }
}
