import ProcModel

/// How the user has arranged the lanes, and what they have hidden. Nothing of it changes by itself:
/// what is on the screen must not jump while somebody looks.
struct LaneChoice: Sendable, Hashable {
  /// The lanes that are hidden.
  var hidden: Set<LaneIndex> = []
  /// The families of events that are hidden.
  var hiddenFamilies: Set<EventFamily> = []
  /// The lanes that had ended when they were folded.
  var folded: Set<LaneIndex> = []
  /// The lanes in the order of what they had to say when that was asked for; nil: as they came.
  var ranked: [LaneIndex]?
  /// Whether the workers of a pool share a row.
  var groupsWorkers = false
  /// The pools whose workers have rows of their own all the same.
  var openPools: Set<ObjectID> = []

  /// The marks that are hidden.
  var hiddenShapes: Set<Timeline.Mark.Shape> {
    if hiddenFamilies.isEmpty { return [] }
    return Set(
      Timeline.Mark.Shape.allCases.filter { $0.family.map(hiddenFamilies.contains) ?? false })
  }

  /// Whether what a lane does is of a family that is hidden.
  func isHidden(_ activity: Activity) -> Bool {
    activity.family.map(hiddenFamilies.contains) ?? false
  }

  /// Whether something is hidden.
  var isFilter: Bool { !hidden.isEmpty || !hiddenFamilies.isEmpty }

  /// Whether every lane has the row of its number.
  var isPlain: Bool { hidden.isEmpty && folded.isEmpty && ranked == nil && !groupsWorkers }

  /// All of so many lanes, in order; those that came after they were ranked come last.
  func order(of count: Int) -> [LaneIndex] {
    guard let ranked else { return Array(0..<count) }
    return ranked.filter { $0 < count } + Array(min(ranked.count, count)..<count)
  }

  /// The pool whose row a lane is in; nil where it has a row of its own.
  func closedPool(of lane: LaneIndex, _ world: World) -> ObjectID? {
    guard groupsWorkers, let pool = Self.pool(of: lane, world), !openPools.contains(pool) else {
      return nil
    }
    return pool
  }

  /// The pool that a lane works for.
  static func pool(of lane: LaneIndex, _ world: World) -> ObjectID? {
    let pool = world.lanes[lane].servesObject
    return pool != .none && world.object(pool)?.kind == .pool ? pool : nil
  }
}
