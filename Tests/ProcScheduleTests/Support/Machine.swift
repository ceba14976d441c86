import ProcModel
import ProcSchedule

/// A program in progress: a value, so that it can go on from any moment more than once.
struct Machine: Sendable {
  struct Lane: Sendable {
    let index: Int
    let path: LanePath
    var place = 0
    var started = 0
    var isOver = false
    var wasRead = 0
    var versionRead = 0
    var succeeded = true
    /// The polls that learned nothing, and how often the object had changed by then.
    var vain: [StableOperation: Int] = [:]
    /// All that it has ever learned.
    var log: [Int] = []
  }

  struct Unit: Sendable {
    var free: Int
    let first: Int
    var taken = 0
    var given = 0
    var holders: [LanePath] = []
  }

  struct Line: Sendable {
    let capacity: Int?
    var items: [UInt64] = []
    var puts = 0
  }

  let program: Program
  var lanes: [Lane]
  var values: [Int: (value: Int, version: Int)] = [:]
  var units: [StableObject: Unit] = [:]
  var lines: [StableObject: Line] = [:]
  var events: Set<StableObject> = []
  var versions: [StableObject: Int] = [:]
  var lostUpdates = 0
  var heldBack = 0

  init(_ program: Program) {
    self.program = program
    lanes = [Lane(index: 0, path: .main)]
    for lock in 0..<4 { units[.named(20 + lock)] = Unit(free: 1, first: 1) }
    for (n, count) in program.semaphores.enumerated() {
      units[.named(30 + n)] = Unit(free: count, first: count)
    }
    for (n, capacity) in program.capacities.enumerated() {
      lines[.named(40 + n)] = Line(capacity: capacity)
    }
    skip(0)
  }

  /// Goes past what is not an operation.
  mutating func skip(_ place: Int) {
    while let instruction = instruction(place) {
      switch instruction {
      case .ifSo: lanes[place].place += lanes[place].succeeded ? 1 : 2
      case .untilSo: lanes[place].place += lanes[place].succeeded ? 1 : -1
      default: return
      }
    }
  }

  func instruction(_ place: Int) -> Instruction? {
    let code = program.lanes[lanes[place].index]
    return lanes[place].place < code.count ? code[lanes[place].place] : nil
  }

  func operation(_ place: Int) -> StableOperation {
    guard let next = instruction(place) else {
      return StableOperation(.processExit, on: .named(60 + lanes[place].index))
    }
    return StableOperation(next.kind, on: next.object, blocking: next.blocking)
  }

  /// All lanes that are held.
  var options: [Option] {
    lanes.indices.filter { !lanes[$0].isOver }.map { place in
      Option(
        lane: lanes[place].path, operation: operation(place), readiness: readiness(place))
    }.sorted { $0.lane < $1.lane }
  }

  private func readiness(_ place: Int) -> Option.Readiness {
    guard let next = instruction(place) else { return .ready }
    let operation = operation(place)
    if let version = lanes[place].vain[operation], version == versions[operation.object, default: 0]
    {
      return .stale
    }
    if canHappen(next) { return .ready }
    switch next.blocking {
    case .indefinite: return .blocked
    case .timed: return .timesOut
    case .nonblocking: return .ready
    }
  }

  func canHappen(_ next: Instruction) -> Bool {
    switch next {
    case .lock, .down: (units[next.object]?.free ?? 0) > 0
    case .get: lines[next.object]?.items.isEmpty == false
    case .put:
      lines[next.object].map { line in line.capacity.map { line.items.count < $0 } ?? true } ?? true
    case .wait: events.contains(next.object)
    case .join(let index, _): lanes.contains { $0.index == index && $0.isOver }
    default: true
    }
  }

  /// What can be observed of the whole run: what each lane has learned, and the final state.
  var result: [[Int]] {
    let states = lanes.sorted { $0.path < $1.path }.map { lane in
      [lane.index, lane.isOver ? 1 : 0, lane.place] + lane.log
    }
    return states + [values.keys.sorted().map { values[$0]?.value ?? 0 }]
  }

  var findings: [Finding.Kind] {
    (lostUpdates > 0 ? [.lostUpdate] : []) + (lanes.allSatisfy(\.isOver) ? [] : [.deadlock])
  }
}
