/// Which operation an event belongs to, as the rules of the gate see it: while the gates are closed,
/// a lane waits once for each try of an operation, and says what it is about to do.
///
/// What the rows of the kinds say of gates and objects is what docs/protocol.md says, and no
/// conclusion of the model.
struct GatedOperation {
  /// The operation: the kind that stands for all events of it.
  let operation: EventKind
  /// Whether the event says that the operation has happened, as it can only once.
  let isOutcome: Bool

  private init(_ operation: EventKind, isOutcome: Bool = true) {
    self.operation = operation
    self.isOutcome = isOutcome
  }

  /// The operation of an event; nil: it passes no gate.
  init?(_ event: Event) {
    // What an object was made with is there without a request.
    if event.kind == .dictSet, event.extra == 0 { return nil }
    guard let found = Self.of(event.kind) else { return nil }
    self = found
  }

  /// The operation that a lane at its gate says it is about to do.
  static func pending(_ code: UInt8) -> EventKind? { of(EventKind(code: code))?.operation }

  private static func of(_ kind: EventKind) -> GatedOperation? {
    switch kind.facts.gate {
    case .never, .maybe: nil
    case .happens: GatedOperation(kind)
    case .givesUp(let operation): GatedOperation(operation)
    case .part: GatedOperation(kind, isOutcome: false)
    case .waits: kind.facts.completedBy.map { GatedOperation($0, isOutcome: false) }
    }
  }

  /// Whether an event belongs to what a lane was about to do at its gate.
  func belongs(to pending: EventKind?) -> Bool {
    guard let pending else { return false }
    if operation == pending { return true }
    switch (pending, operation) {
    // Who waits for a condition gives its lock up.
    case (.conditionWait, .lockRelease): return true
    // To come to a barrier that is broken, or which it opens, is to pass it, or not to.
    case (.barrierWait, .barrierPass), (.barrierPass, .barrierWait): return true
    case (.conditionWake, .conditionWait): return true
    // A poll with a time limit waits as a get does.
    case (.queuePoll, .queueGet): return !isOutcome
    // A write that the manager refuses changes nothing: it is told as a read that found no value.
    case (.dictSet, .dictGet): return true
    default: return false
    }
  }
}
