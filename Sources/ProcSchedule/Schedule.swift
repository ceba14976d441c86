/// The order in which lanes moved. Repeating it repeats the run.
public struct Schedule: Hashable, Sendable {
  /// The moves, in order.
  public var moves: [Move]

  /// A schedule of these moves.
  public init(_ moves: [Move] = []) { self.moves = moves }

  /// How often another lane moves than the one before.
  public var switches: Int {
    zip(moves, moves.dropFirst()).reduce(0) { $0 + ($1.0.lane == $1.1.lane ? 0 : 1) }
  }
}
