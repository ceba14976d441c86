/// Checks a trace against the rule *give before, take after* (docs/protocol.md): an order that could
/// have happened never shows two owners of one lock, an item that is got before it was put, a child
/// that begins before it was started.
///
/// The checkers keep their own state, on purpose as simple as possible, and share nothing with
/// ``World``.
public struct OrderRule: Sendable {
  /// A place where a trace breaks the rule.
  public struct Violation: Sendable, Hashable, CustomStringConvertible {
    /// The event's place in the trace.
    public let seq: Int
    /// What is wrong with it.
    public let text: String

    /// `seq 12: a lock has two owners`.
    public var description: String { "seq \(seq): \(text)" }
  }

  /// What was found so far.
  public private(set) var violations: [Violation] = []
  private var seq = 0
  var processes = ProcessChecker()
  var locks = LockChecker()
  var sharedLocks = RWLockChecker()
  var queues = QueueChecker()
  var tasks = TaskChecker()
  var requests = RequestChecker()
  var coordination = CoordinationChecker()

  /// A checker that has seen nothing.
  public init() {}

  /// The violations of a whole trace.
  public static func violations(in trace: some Sequence<Event>) -> [Violation] {
    var rule = OrderRule()
    for event in trace { rule.check(event) }
    return rule.violations
  }

  /// Checks the next event of a trace.
  public mutating func check(_ event: Event) {
    if let problem = processes.check(event) ?? problem(event) {
      violations.append(Violation(seq: seq, text: problem))
    }
    seq += 1
  }

  /// What is wrong with an event, as those see it who know its primitive.
  private mutating func problem(_ event: Event) -> String? {
    switch event.kind.primitive {
    case .lock(let kind): locks.check(kind, event)
    case .rwlock(let kind): sharedLocks.check(kind, event)
    case .queue(let kind): queues.check(kind, event)
    case .pool(let kind): tasks.check(kind, event)
    case .manager(let kind): requests.check(kind, event)
    case .semaphore(let kind): coordination.check(kind, event)
    case .condition(let kind): locks.check(kind, event) ?? coordination.check(kind, event)
    case .event(let kind): coordination.check(kind, event)
    case .barrier(let kind): coordination.check(kind, event)
    case .wire(.define): coordination.define(event)
    case .wire(.gate), .process, .value, .sleep, .console, .unknown: nil
    }
  }
}

/// The process or thread that reports.
struct Reporter: Hashable, Sendable {
  let pid: Int32
  let tid: Int32

  init(_ event: Event) { self.init(pid: event.pid, tid: event.tid) }

  init(pid: Int32, tid: Int32) {
    self.pid = pid
    self.tid = tid
  }
}

/// A numbered thing of an object: an item of a queue, a task of a pool.
struct Numbered: Hashable, Sendable {
  let object: ObjectID
  let number: UInt64

  init(_ event: Event) {
    object = event.object
    number = event.extra
  }
}
