import ProcModel

/// Remembers which polls of lanes learned nothing (`is_alive`, a try-acquire, a nonblocking get),
/// so that they are not repeated before something has changed: a loop that polls has an end.
struct PollMemory: Sendable {
  /// What a lane is about to ask, if that is what it is about to do.
  struct Question: Hashable, Sendable {
    let operation: StableOperation
    /// What exactly, where the operation does not say it; 0: that is not known.
    let what: UInt64

    init(_ operation: StableOperation, _ pending: PendingOperation) {
      self.operation = operation
      what = pending.element
    }

    /// Whether it may be the same question as one that was asked before. Of requests to a manager,
    /// only those that say what they ask can be told apart.
    fileprivate var isKnown: Bool { operation.kind.footprint != .asks || what != 0 }
  }

  /// How often each object was changed.
  private var versions: [StableObject: Int] = [:]
  /// The polls of each lane that learned nothing since it last changed anything: the object's
  /// version then, and how often.
  private var asked: [LanePath: [Question: (version: Int, count: Int)]] = [:]

  /// A shared value may be read twice in a row for good reason; from this many reads on it is a
  /// loop.
  private static let mostReads = 3

  /// Whether a lane would only learn what it already knows.
  func isStale(_ question: Question, of lane: LanePath) -> Bool {
    guard let known = asked[lane]?[question],
      known.version == versions[question.operation.object, default: 0]
    else { return false }
    return !question.operation.readsData || known.count >= Self.mostReads
  }

  /// Takes note of a step, and of what its lane was about to ask.
  mutating func note(_ step: Step, _ question: Question) {
    let changes = step.accesses.filter(\.mode.isChange)
    for change in changes { versions[change.object, default: 0] += 1 }
    // A manager's server is asked, but it is a dict that changes.
    if step.operation.kind.footprint == .asks, !changes.isEmpty {
      versions[step.operation.object, default: 0] += 1
    }
    if !changes.isEmpty {
      asked[step.lane] = nil
    } else if step.isQuestion, question.isKnown {
      ask(question, step.lane)
    }
  }

  private mutating func ask(_ question: Question, _ lane: LanePath) {
    let version = versions[question.operation.object, default: 0]
    var known = asked[lane]?[question] ?? (version, 0)
    if known.version != version { known = (version, 0) }
    known.count += 1
    asked[lane, default: [:]][question] = known
  }
}

extension StableOperation {
  /// Whether it reads data, which is done twice in a row for good reason.
  fileprivate var readsData: Bool {
    switch kind.footprint {
    case .readsValue, .asks: true
    case .nothing, .reads, .writes, .writesValue, .acquires, .releases, .acquiresShare,
      .releasesShare, .takesUnit, .givesUnits, .puts, .gets, .doesTask, .findsTasksDone, .endsTask,
      .readsResult, .passes, .sets, .clears, .readsInput, .starts, .begins, .ends, .joins, .awaits,
      .kills:
      false
    }
  }
}

extension Step {
  /// Whether it was to find something out, and need not have found it: a read, a try, an operation
  /// with a timeout, or a request that only looks.
  fileprivate var isQuestion: Bool {
    if accesses.isEmpty { return false }
    let isTry = operation.kind.role == .look || operation.blocking != .indefinite
    return isTry || accesses.contains { $0.mode == .ask(isLook: true) }
  }
}
