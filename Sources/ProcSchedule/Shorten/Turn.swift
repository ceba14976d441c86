/// What one lane does before another takes over.
struct Turn: Hashable, Sendable {
  let lane: LanePath
  var moves: [Move]
}

extension Execution {
  /// How often another lane moved than the one before.
  var switches: Int { zip(steps, steps.dropFirst()).count { $0.lane != $1.lane } }
}

extension Schedule {
  /// The moves of these turns.
  init(turns: [Turn]) { self.init(turns.flatMap(\.moves)) }

  /// The moves by turns.
  var turns: [Turn] {
    var turns: [Turn] = []
    for move in moves {
      if turns.last?.lane == move.lane {
        turns[turns.count - 1].moves.append(move)
      } else {
        turns.append(Turn(lane: move.lane, moves: [move]))
      }
    }
    return turns
  }
}
