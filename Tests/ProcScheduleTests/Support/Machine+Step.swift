import ProcModel
import ProcSchedule

extension Machine {
  /// Lets a lane move.
  mutating func step(_ path: LanePath) -> Step {
    let options = options
    guard let place = lanes.firstIndex(where: { $0.path == path }) else {
      preconditionFailure("no such lane")
    }
    let operation = operation(place)
    let accesses = act(place)
    for access in accesses where access.mode != .read { versions[access.object, default: 0] += 1 }
    if operation.blocking != .indefinite {
      let learnedNothing = !lanes[place].succeeded || operation.isPoll
      lanes[place].vain[operation] =
        learnedNothing ? versions[operation.object, default: 0] : nil
    }
    return Step(move: Move(path), operation: operation, accesses: accesses, options: options)
  }

  private mutating func act(_ place: Int) -> [Access] {
    guard let next = instruction(place) else { return end(place) }
    let accesses = act(place, next)
    lanes[place].log.append(lanes[place].succeeded ? 1 : 0)
    lanes[place].place += 1
    skip(place)
    return accesses
  }

  private mutating func act(_ place: Int, _ next: Instruction) -> [Access] {
    lanes[place].succeeded = canHappen(next)
    guard lanes[place].succeeded else { return [Access(next.object, .read)] }
    switch next {
    case .read(let n): return read(place, n, next.object)
    case .write(let n): return write(place, n, next.object)
    case .lock, .down: return take(place, next.object)
    case .unlock, .up: return give(place, next)
    case .put: return put(next.object)
    case .get: return get(place, next.object)
    case .size:
      lanes[place].log.append(lines[next.object]?.items.count ?? 0)
      return [Access(next.object, .read)]
    case .set: return change(next.object) { $0.insert(next.object).inserted }
    case .clear: return change(next.object) { $0.remove(next.object) != nil }
    case .wait: return [Access(next.object, .read)]
    case .isSet:
      lanes[place].log.append(events.contains(next.object) ? 1 : 0)
      return [Access(next.object, .read)]
    case .start, .join, .isAlive, .kill: return actOnChild(place, next)
    case .note, .ifSo, .untilSo: return []
    }
  }

  private mutating func read(_ place: Int, _ n: Int, _ object: StableObject) -> [Access] {
    lanes[place].wasRead = values[n]?.value ?? 0
    lanes[place].versionRead = values[n]?.version ?? 0
    lanes[place].log.append(lanes[place].wasRead)
    return [Access(object, .read)]
  }

  private mutating func write(_ place: Int, _ n: Int, _ object: StableObject) -> [Access] {
    let version = values[n]?.version ?? 0
    if version != lanes[place].versionRead { lostUpdates += 1 }
    values[n] = (lanes[place].wasRead + 1, version + 1)
    return [Access(object, .write)]
  }

  private mutating func take(_ place: Int, _ object: StableObject) -> [Access] {
    units[object]?.free -= 1
    units[object]?.taken += 1
    units[object]?.holders.append(lanes[place].path)
    return [Access(object, .acquire(ordinal: units[object]?.taken ?? 0))]
  }

  private mutating func give(_ place: Int, _ next: Instruction) -> [Access] {
    if case .unlock = next, units[next.object]?.holders != [lanes[place].path] {
      lanes[place].succeeded = false
      return []
    }
    return give(next.object)
  }

  private mutating func give(_ object: StableObject) -> [Access] {
    units[object]?.free += 1
    units[object]?.given += 1
    units[object]?.holders = []
    guard let unit = units[object] else { return [] }
    return [Access(object, .release(enables: unit.given + unit.first))]
  }

  private mutating func put(_ object: StableObject) -> [Access] {
    guard var line = lines[object] else { return [] }
    line.puts += 1
    let serial = UInt64(line.puts)
    line.items.append(serial)
    lines[object] = line
    let room = line.capacity.flatMap { line.puts > $0 ? serial - UInt64($0) : nil }
    return [Access(object, .put(serial: serial, room: room))]
  }

  private mutating func get(_ place: Int, _ object: StableObject) -> [Access] {
    guard let serial = lines[object]?.items.removeFirst() else { return [] }
    lanes[place].log.append(Int(serial))
    return [Access(object, .get(serial: serial))]
  }

  private mutating func change(
    _ object: StableObject, by change: (inout Set<StableObject>) -> Bool
  ) -> [Access] {
    [Access(object, change(&events) ? .write : .read)]
  }

  private mutating func actOnChild(_ place: Int, _ next: Instruction) -> [Access] {
    switch next {
    case .start(let index):
      lanes[place].started += 1
      let path = lanes[place].path.child(lanes[place].started)
      lanes.append(Lane(index: index, path: path))
      skip(lanes.count - 1)
      return [Access(next.object, .start(path))]
    case .isAlive(let index):
      let isAlive = lanes.contains { $0.index == index && !$0.isOver }
      lanes[place].log.append(isAlive ? 1 : 0)
      return [Access(next.object, .read)]
    case .kill(let index):
      guard let victim = lanes.firstIndex(where: { $0.index == index && !$0.isOver }) else {
        return [Access(next.object, .read)]
      }
      lanes[victim].isOver = true
      return [Access(next.object, .kill(lanes[victim].path))] + giveBack(lanes[victim].path)
    default: return [Access(next.object, .join)]
    }
  }

  private mutating func end(_ place: Int) -> [Access] {
    lanes[place].isOver = true
    return [Access(.named(60 + lanes[place].index), .end)] + giveBack(lanes[place].path)
  }

  /// A lane that ends releases its locks.
  private mutating func giveBack(_ path: LanePath) -> [Access] {
    (0..<4).map { StableObject.named(20 + $0) }
      .filter { units[$0]?.holders == [path] }
      .flatMap { give($0) }
  }
}

extension StableOperation {
  /// Whether it polls, and takes nothing.
  var isPoll: Bool { kind == .queuePoll || kind == .eventPoll || kind == .poll }
}
