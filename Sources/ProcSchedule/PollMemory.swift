import ProcModel

/// Remembers which polls of lanes learned nothing (`is_alive`, a try-acquire, a nonblocking get),
/// so that they are not repeated before something has changed: a loop that polls has an end.
struct PollMemory: Sendable {
  /// How often each object was changed.
  private var versions: [StableObject: Int] = [:]
  /// The polls of each lane that learned nothing since it last changed anything: the object's
  /// version then, and how often.
  private var asked: [LanePath: [StableOperation: (version: Int, count: Int)]] = [:]

  /// A shared value may be read twice in a row for good reason; from this many reads on it is a
  /// loop.
  private static let mostReads = 3

  /// Whether a lane would only learn what it already knows.
  func isStale(_ operation: StableOperation, of lane: LanePath) -> Bool {
    guard let known = asked[lane]?[operation],
      known.version == versions[operation.object, default: 0]
    else { return false }
    return operation.kind != .valueRead || known.count >= Self.mostReads
  }

  /// Takes note of a step.
  mutating func note(_ step: Step) {
    let isChange = step.accesses.contains { $0.mode != .read }
    for access in step.accesses where access.mode != .read {
      versions[access.object, default: 0] += 1
    }
    if isChange {
      asked[step.lane] = nil
    } else if step.operation.isQuestion, !step.accesses.isEmpty {
      ask(step.operation, step.lane)
    }
  }

  private mutating func ask(_ operation: StableOperation, _ lane: LanePath) {
    let version = versions[operation.object, default: 0]
    var known = asked[lane]?[operation] ?? (version, 0)
    if known.version != version { known = (version, 0) }
    known.count += 1
    asked[lane, default: [:]][operation] = known
  }
}

extension StableOperation {
  /// Whether it may change nothing: it is a read, a try, or has a timeout.
  fileprivate var isQuestion: Bool {
    kind.role == .look || blocking != .indefinite
  }
}
