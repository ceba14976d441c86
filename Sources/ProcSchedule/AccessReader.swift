import ProcModel

/// Reads from the events of a step what it did to which object.
struct AccessReader: Sendable {
  private var taken: [StableObject: Int] = [:]
  private var given: [StableObject: Int] = [:]

  /// What an event did.
  ///
  /// - Parameter world: the world after it.
  mutating func accesses(of event: Event, _ names: StableNames, _ world: World) -> [Access] {
    if event.isObserved { return [] }
    let object = names.object(event.object, world)
    switch event.kind {
    case .valueRead: return [Access(object, element: event.extra, .read)]
    case .valueWrite: return [Access(object, element: event.extra, .write)]
    case .lockAcquire, .lockRelease, .semaphoreAcquire, .semaphoreRelease:
      return ownership(event, object, world)
    case .queuePut: return [Access(object, .put(serial: event.extra))]
    case .queueGet: return [Access(object, .get(serial: event.extra))]
    case .inputRead: return [Access(.standardInput, .write)]
    case .managerRequest: return [Access(server(of: event, names, world), .write)]
    case .queueTaskDone: return [Access(object, element: 1, .write)]
    case .queueJoinDone: return [Access(object, .read), Access(object, element: 1, .read)]
    case .taskSubmit, .taskBegin, .shutdown, .memory: return [Access(object, .write)]
    case .taskEnd: return [Access(object, element: event.extra, .write)]
    case .taskResult: return [Access(object, element: event.extra, .read)]
    default: return lifeAccess(event, object) ?? plainAccess(event, object)
    }
  }

  private mutating func ownership(
    _ event: Event, _ object: StableObject, _ world: World
  ) -> [Access] {
    switch event.kind {
    case .lockAcquire where event.value == 1:
      return [Access(object, .acquire(ordinal: take(object)))]
    case .lockRelease where event.value == 0:
      return [Access(object, .release(ordinal: give(object)))]
    case .semaphoreAcquire:
      // The first takings need nobody to give: only from the (initial + 1)th on do they.
      let initial = Int(clamping: world.object(event.object)?.capacity ?? 1)
      return [Access(object, .acquire(ordinal: take(object) - initial + 1))]
    case .semaphoreRelease:
      return (0..<max(1, Int(clamping: event.extra))).map { _ in
        Access(object, .release(ordinal: give(object)))
      }
    default: return []
    }
  }

  private mutating func take(_ object: StableObject) -> Int {
    taken[object, default: 0] += 1
    return taken[object, default: 1]
  }

  private mutating func give(_ object: StableObject) -> Int {
    given[object, default: 0] += 1
    return given[object, default: 1]
  }

  /// The order in which a server's clients ask is the order in which it serves them.
  private func server(of event: Event, _ names: StableNames, _ world: World) -> StableObject {
    let manager = world.object(event.object).map { UInt64(bitPattern: $0.capacity) } ?? 0
    return names.object(ObjectID(rawValue: manager == 0 ? event.object.rawValue : manager), world)
  }

  /// The life of processes and threads.
  private func lifeAccess(_ event: Event, _ object: StableObject) -> [Access]? {
    switch event.kind {
    case .processStart: [Access(object, .start)]
    case .processBegin: [Access(object, .begin)]
    case .processExit: [Access(object, .end)]
    case .processReap, .managerReady: [Access(object, .join)]
    case .joinDone: [Access(object, event.flags.contains(.timedOut) ? .read : .join)]
    case .processSignal: [Access(object, .kill)]
    case .poll: [Access(object, .read)]
    default: nil
    }
  }

  private func plainAccess(_ event: Event, _ object: StableObject) -> [Access] {
    switch event.kind {
    case .lockTimeout, .semaphoreTimeout, .queuePutTimeout, .queueGetTimeout, .queuePoll,
      .conditionWake, .eventWake, .eventPoll, .eventTimeout, .barrierPass:
      [Access(object, .read)]
    case .conditionWait, .conditionNotify, .conditionTimeout, .eventSet, .eventClear, .barrierWait,
      .barrierTimeout, .barrierAbort, .barrierReset, .pipeClose:
      [Access(object, .write)]
    default: []
    }
  }
}
