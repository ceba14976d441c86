import ProcModel

/// What lanes and objects of a run are called in every run: kept up as lanes appear.
struct StableNames: Sendable {
  private var paths: [LanePath] = []
  private var places: [LanePath: LaneIndex] = [:]
  private var children: [LaneIndex: Int] = [:]

  /// Names the lanes that are new in `world`.
  mutating func update(_ world: World) {
    while paths.count < world.lanes.count {
      let lane = paths.count
      let path = newPath(of: lane, world)
      places[path] = lane
      paths.append(path)
    }
  }

  private mutating func newPath(of lane: LaneIndex, _ world: World) -> LanePath {
    guard let parent = world.lanes[lane].parent, parent < lane else {
      // A process that no process of the run has started: the main process, or an unknown one.
      return lane == 0 ? .main : LanePath([0, lane])
    }
    children[parent, default: 0] += 1
    return paths[parent].child(children[parent, default: 1])
  }

  /// The path of a lane.
  func path(of lane: LaneIndex) -> LanePath { paths[lane] }

  /// The lane at a path, if there is one.
  func lane(at path: LanePath) -> LaneIndex? { places[path] }

  /// What an object is called in every run. A process or thread is called by its path.
  func object(_ id: ObjectID, _ world: World) -> StableObject {
    if id == .none { return .none }
    if let lane = world.lane(of: id) { return StableObject(creator: paths[lane], number: 0) }
    let creator = world.lane(pid: Int32(truncatingIfNeeded: id.rawValue >> 32))
    return StableObject(
      creator: creator.map { paths[$0] }, number: UInt32(truncatingIfNeeded: id.rawValue))
  }

  /// An operation before which `lane` is held, in terms that mean the same in every run.
  func operation(_ pending: PendingOperation, of lane: LaneIndex, _ world: World) -> StableOperation
  {
    let object: StableObject
    if pending.kind.footprint == .readsInput {
      object = .standardInput
    } else if pending.kind.footprint == .starts {
      object = StableObject(
        creator: paths[lane].child(children[lane, default: 0] + 1), number: 0)
    } else {
      object = self.object(pending.object, world)
    }
    // What a manager is asked may hold what differs from run to run: a pid as a key, say.
    return StableOperation(
      pending.kind, on: object, element: pending.kind.isOfElements ? pending.element : 0,
      blocking: pending.blocking)
  }
}
