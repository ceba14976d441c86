import ProcModel

/// Reads from the events of a step what it did to which object, as the footprint of each kind says.
struct AccessReader: Sendable {
  /// How often each lock or semaphore was taken, and given back.
  private var taken: [StableObject: Int] = [:]
  private var given: [StableObject: Int] = [:]
  /// The items that were put into each queue, in order.
  private var items: [StableObject: [UInt64]] = [:]
  /// The locks that are held.
  private var held: Set<StableObject> = []
  /// The events that are set.
  private var flags: Set<StableObject> = []

  /// What an event did.
  ///
  /// - Parameter world: the world after it.
  mutating func accesses(of event: Event, _ names: StableNames, _ world: World) -> [Access] {
    if event.isObserved { return remains(of: event, names, world) }
    let object = names.object(event.object, world)
    switch event.kind.footprint {
    case .nothing: return []
    case .reads: return [Access(object, .read)]
    case .writes: return [Access(object, .write)]
    case .readsValue, .readsResult: return [Access(object, element: event.extra, .read)]
    case .writesValue, .endsTask: return [Access(object, element: event.extra, .write)]
    case .acquires: return held.insert(object).inserted ? [take(object)] : []
    case .releases: return event.value == 0 ? [giveLock(object)] : []
    case .acquiresShare: return event.value <= 1 ? [Access(object, .acquireShare)] : []
    case .releasesShare: return event.value == 0 ? [Access(object, .releaseShare)] : []
    case .takesUnit: return [take(object)]
    case .givesUnits: return giveUnits(event, object, world)
    case .puts: return [put(event, object, world)]
    case .gets: return [Access(object, .get(serial: event.extra))]
    case .doesTask: return [Access(object, element: 1, .write)]
    case .findsTasksDone: return [Access(object, .read), Access(object, element: 1, .read)]
    case .passes: return [Access(object, event.flags.contains(.actsFirst) ? .write : .read)]
    case .sets: return [Access(object, flags.insert(object).inserted ? .write : .read)]
    case .clears: return [Access(object, flags.remove(object) != nil ? .write : .read)]
    case .readsInput: return [Access(.standardInput, .write)]
    case .asks:
      let isLook = event.flags.contains(.onlyLooks)
      return [Access(server(of: event, names, world), .ask(isLook: isLook))]
    case .starts: return object.creator.map { [Access(object, .start($0))] } ?? []
    case .begins: return [Access(object, .begin)]
    case .ends: return [Access(object, .end)] + remains(of: event, names, world)
    case .joins: return [Access(object, .join)]
    case .awaits: return [Access(object, event.flags.contains(.timedOut) ? .read : .join)]
    case .kills: return object.creator.map { [Access(object, .kill($0))] } ?? []
    }
  }

  private mutating func take(_ object: StableObject) -> Access {
    taken[object, default: 0] += 1
    return Access(object, .acquire(ordinal: taken[object, default: 1]))
  }

  private mutating func giveLock(_ object: StableObject) -> Access {
    held.remove(object)
    return give(object, initial: 1)
  }

  private mutating func giveUnits(
    _ event: Event, _ object: StableObject, _ world: World
  ) -> [Access] {
    let semaphore = world.object(event.object)
    let initial = Int(clamping: semaphore?.capacity ?? 1)
    let count = min(max(1, Int(clamping: event.extra)), Self.mostUnits)
    let given = (0..<count).map { _ in give(object, initial: initial) }
    // Whether one more may be given back depends on how many are there.
    return given + (semaphore?.kind == .boundedSemaphore ? [Access(object, .read)] : [])
  }

  private mutating func give(_ object: StableObject, initial: Int) -> Access {
    given[object, default: 0] += 1
    // What a program says of its semaphores may be absurd.
    let (enabled, _) = given[object, default: 1].addingReportingOverflow(initial)
    return Access(object, .release(enables: enabled))
  }

  /// The most units of a semaphore that one release is read to give back.
  private static let mostUnits = 1024

  /// What a lane that has ended held: others may take it now. And the pipes that have come to their
  /// end with it: others may see that now.
  private mutating func remains(
    of event: Event, _ names: StableNames, _ world: World
  ) -> [Access] {
    guard event.kind == .processReap || event.kind == .processExit,
      let lane = world.lane(of: event.object)
    else { return [] }
    return world.pipesLeft(by: lane).map { Access(names.object($0, world), .write) }
      + world.lanes[lane].holding.map { lock in
        let object = names.object(lock, world)
        return world.sharesLock(lock, lane) ? Access(object, .releaseShare) : giveLock(object)
      }
  }

  private mutating func put(_ event: Event, _ object: StableObject, _ world: World) -> Access {
    let capacity = Int(clamping: world.object(event.object)?.capacity ?? 0)
    let before = items[object, default: []]
    items[object, default: []].append(event.extra)
    let isBounded = capacity > 0 && before.count >= capacity
    let room = isBounded ? before[before.count - capacity] : nil
    return Access(object, .put(serial: event.extra, room: room))
  }

  /// The order in which a server's clients ask is the order in which it serves them.
  private func server(of event: Event, _ names: StableNames, _ world: World) -> StableObject {
    let manager = world.object(event.object).map { UInt64(bitPattern: $0.capacity) } ?? 0
    return names.object(ObjectID(rawValue: manager == 0 ? event.object.rawValue : manager), world)
  }
}
