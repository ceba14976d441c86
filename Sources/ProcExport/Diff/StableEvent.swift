import ProcModel

/// What a process did, in terms that mean the same in every run of a program: no pids, no times,
/// and nothing that only says how long something took or which lane had to wait.
struct StableEvent: Hashable {
  let kind: EventKind
  /// The name of the object or process that it is about.
  let object: String
  /// What was read, written, put, got, printed.
  let value: String

  /// The part of an event that is the same in every run; nil if there is none.
  init?(_ event: Event, _ names: StableWords) {
    guard event.kind.isOutcome, !event.flags.contains(.observed) else { return nil }
    kind = event.kind
    object = names.object(event.object)
    value = Self.value(of: event, names)
  }

  private static func value(of event: Event, _ names: StableWords) -> String {
    let text = names.text(event.text)
    let detail = names.text(event.detail)
    switch event.kind {
    case .processStart:
      return "\(text) \(event.value) \(event.flags.contains(.daemon))"
    case .processExit, .processReap, .processSignal, .sleepBegin, .expect:
      return String(event.value)
    case .joinDone: return event.flags.contains(.timedOut) ? "timed out" : ""
    case .valueRead, .valueWrite:
      let value = event.flags.contains(.textual) ? text : String(event.value)
      return "\(event.extra) \(value)"
    case .lockAcquire, .lockRelease:
      return "\(event.value)\(event.flags.contains(.ownerDied) ? " from the dead" : "")"
    case .semaphoreRelease: return String(event.extra)
    case .conditionNotify: return event.extra == .max ? "all" : ""
    case .barrierPass: return event.flags.contains(.broken) ? "broken" : ""
    case .processBegin: return text
    default: return detail.isEmpty ? text : "\(text) \(detail)"
    }
  }
}

extension EventKind {
  /// Whether it is an operation, and not a wait, a poll, or a hold at a gate.
  fileprivate var isOutcome: Bool {
    switch self {
    case .processIdle, .poll, .queuePoll, .eventPoll, .sleepEnd, .managerReady, .objectDefine,
      .barrierWait:
      false
    default: isDeed || self == .sleepBegin || self == .expect
    }
  }

  /// Whether its order among others on the same object changes their results.
  var takesTurns: Bool {
    switch self {
    case .lockAcquire, .semaphoreAcquire, .valueWrite, .queuePut, .queueGet, .dictSet, .eventSet,
      .eventClear, .conditionNotify, .managerServe, .taskBegin:
      true
    default: false
    }
  }
}

/// The names of a run's lanes and objects, which are the same in every run of the program.
struct StableWords {
  /// The name of each lane; a second lane of the same name has a number appended.
  let lanes: [String]
  private let objects: [ObjectID: String]
  /// The names of processes by their pids.
  private let processes: [String: String]

  init(_ world: World) {
    lanes = Self.numbered(world.lanes.map { Sanitizer.line($0.name) })
    var objects: [ObjectID: String] = [:]
    let names = Self.numbered(world.objects.map { Sanitizer.line($0.name) })
    for (object, name) in zip(world.objects, names) { objects[object.id] = name }
    for (lane, name) in zip(world.lanes, lanes) { objects[lane.id] = name }
    self.objects = objects
    var processes: [String: String] = [:]
    for (lane, name) in zip(world.lanes, lanes) where lane.hasBegun && lane.tid == 0 {
      processes[String(lane.pid)] = "‹\(name)›"
    }
    self.processes = processes
  }

  private static func numbered(_ names: [String]) -> [String] {
    var counts: [String: Int] = [:]
    return names.map { name in
      counts[name, default: 0] += 1
      let count = counts[name, default: 1]
      return count == 1 ? name : "\(name) (\(count))"
    }
  }

  func object(_ id: ObjectID) -> String { id == .none ? "" : objects[id] ?? "?" }

  /// A text with the names of processes where it has their pids.
  func text(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return text }
    var result = ""
    var digits = ""
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x30, scalar.value <= 0x39 {
        digits.unicodeScalars.append(scalar)
      } else {
        result += processes[digits] ?? digits
        digits = ""
        result.unicodeScalars.append(scalar)
      }
    }
    return result + (processes[digits] ?? digits)
  }
}
