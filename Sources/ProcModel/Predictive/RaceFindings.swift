/// Data races: accesses to shared values that nothing orders, whether or not this run went well.
struct RaceFindings: Sendable {
  /// By the place of the value in ``World/objects``.
  private var values: [ValueDetectors] = []
  private var held = HeldLocks()
  /// The first race of each value, in the order in which they were seen.
  private var told: [Told] = []
  /// The most values of which anything is told.
  private static let most = 64

  /// The accesses to one value, or to the elements of one array.
  fileprivate struct ValueDetectors: Sendable {
    var first = RaceDetector()
    var others: [UInt64: RaceDetector] = [:]
    /// Whether its first race was seen; more of them would say nothing new.
    var isTold = false
  }

  /// A race, and what is to be said about it.
  struct Told: Sendable {
    let object: ObjectID
    let element: UInt64
    let race: RaceDetector.Race
    /// The locks held at the first and at the second access.
    let locks: (first: [ObjectID], second: [ObjectID])
  }

  /// Takes a `value.read` or `value.write` by a lane that has a clock.
  mutating func note(
    _ event: Event, _ seq: Int, _ change: WorldChange, _ clocks: LaneClocks, _ world: World
  ) {
    guard let lane = change.actor, let place = change.place else { return }
    while values.count <= place { values.append(ValueDetectors()) }
    if values[place].isTold || clocks.isStranger(lane) { return }
    let access = ValueAccess(
      lane: Int32(truncatingIfNeeded: lane), time: clocks.time(of: lane),
      held: held.number(of: world.lanes[lane].holding, lane), seq: seq)
    guard let race = values[place].note(event, access, clocks) else { return }
    values[place] = ValueDetectors(isTold: true)
    guard told.count < Self.most else { return }
    told.append(
      Told(
        object: event.object, element: event.extra, race: race,
        locks: (held[race.first.held], held[race.second.held])))
  }

  /// The races of values of which nothing else is told that says the same.
  func findings(_ world: World, except others: Set<ObjectID>) -> [Finding] {
    told.filter { !others.contains($0.object) }.map { world.dataRace($0) }
  }
}

extension RaceFindings.ValueDetectors {
  fileprivate mutating func note(
    _ event: Event, _ access: ValueAccess, _ clocks: LaneClocks
  ) -> RaceDetector.Race? {
    let isWrite = event.kind == .valueWrite
    if event.extra == 0 {
      return isWrite ? first.write(access, clocks) : first.read(access, clocks)
    }
    return isWrite
      ? others[event.extra, default: RaceDetector()].write(access, clocks)
      : others[event.extra, default: RaceDetector()].read(access, clocks)
  }
}
