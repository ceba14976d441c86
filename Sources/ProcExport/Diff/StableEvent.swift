import ProcModel

/// What a process did, in terms that mean the same in every run of a program: no pids, no times, and
/// nothing that only says how long something took or who happened to wait.
struct StableEvent: Hashable {
  let kind: EventKind
  /// The name of the object or process that it is about.
  let object: String
  /// What was read, written, put, got, printed.
  let value: String

  /// Whether its order among others on the same object decides what comes of them.
  let takesTurns: Bool

  /// What an event says of every run; nil where it says nothing of the kind.
  init?(_ event: Event, _ names: StableWords) {
    if event.isObserved { return nil }
    switch event.kind.comparedBy {
    case .nothing: return nil
    case .own(let essence): self.init(event, essence, takesTurns: false, names)
    case .turn(let essence): self.init(event, essence, takesTurns: true, names)
    }
  }

  private init(
    _ event: Event, _ essence: KindFacts.Essence, takesTurns: Bool, _ names: StableWords
  ) {
    kind = event.kind
    object = names.object(event.object)
    value = Self.value(of: event, essence, names)
    self.takesTurns = takesTurns
  }

  private static func value(
    of event: Event, _ essence: KindFacts.Essence, _ names: StableWords
  ) -> String {
    let text = names.text(event.text)
    switch essence {
    case .said:
      let detail = names.text(event.detail)
      return detail.isEmpty ? text : "\(text) \(detail)"
    case .name: return text
    case .value: return String(event.value)
    case .number: return String(event.extra)
    case .element:
      let value = event.flags.contains(.textual) ? text : String(event.value)
      return "\(event.extra) \(value)"
    case .depth:
      return "\(event.value)\(event.flags.contains(.ownerDied) ? " from the dead" : "")"
    case .start: return "\(text) \(event.value) \(event.flags.contains(.daemon))"
    case .isTimedOut: return event.flags.contains(.timedOut) ? "timed out" : ""
    case .isBroken: return event.flags.contains(.broken) ? "broken" : ""
    case .isForAll: return event.extra == .max ? "all" : ""
    }
  }
}

/// The names of a run's lanes and objects, which are the same in every run of the program.
struct StableWords {
  /// The name of each lane; a second one of the same name has its number behind it.
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
