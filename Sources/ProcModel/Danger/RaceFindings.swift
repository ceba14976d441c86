/// Data races: accesses to shared values that nothing orders, whether or not this run went well.
struct RaceFindings: Sendable {
  /// By the place of the value in ``World/objects``.
  private var values: [ValueAccesses] = []
  private var held = HeldLocks()
  /// The first race of each value, in the order in which they were seen.
  private var told: [Told] = []
  /// The most values of which anything is told.
  private static let most = 64

  /// The accesses to one value, or to the elements of one array.
  fileprivate struct ValueAccesses: Sendable {
    var first = AccessHistory()
    var others: [UInt64: AccessHistory] = [:]
    /// Whether its first race was seen; more of them would say nothing new.
    var isTold = false
  }

  /// A race, and what is to be said about it.
  struct Told: Sendable {
    let object: ObjectID
    let element: UInt64
    let race: AccessHistory.Race
    /// The locks held at the first and at the second access.
    let locks: (first: [ObjectID], second: [ObjectID])
  }

  /// Takes a `value.read` or `value.write` by a lane that has a clock.
  mutating func note(
    _ event: Event, _ seq: Int, _ effect: Effect, _ clocks: LaneClocks, _ world: World
  ) {
    guard let lane = effect.actor, let place = effect.place else { return }
    while values.count <= place { values.append(ValueAccesses()) }
    if values[place].isTold || clocks.isStranger(lane) { return }
    let access = Access(
      lane: Int32(truncatingIfNeeded: lane), time: clocks.time(of: lane),
      held: held.number(of: world.lanes[lane].holding, lane), seq: seq)
    guard let race = values[place].note(event, access, clocks) else { return }
    values[place] = ValueAccesses(isTold: true)
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

extension RaceFindings.ValueAccesses {
  fileprivate mutating func note(
    _ event: Event, _ access: Access, _ clocks: LaneClocks
  ) -> AccessHistory.Race? {
    let isWrite = event.kind == .valueWrite
    if event.extra == 0 {
      return isWrite ? first.write(access, clocks) : first.read(access, clocks)
    }
    return isWrite
      ? others[event.extra, default: AccessHistory()].write(access, clocks)
      : others[event.extra, default: AccessHistory()].read(access, clocks)
  }
}
