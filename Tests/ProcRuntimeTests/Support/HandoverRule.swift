import ProcModel

/// Checks what must be true of every trace with pools or managers: a task is submitted before it
/// begins, ends after that, and its result is taken last; a request is sent before it is served, and
/// the client is done after that.
struct HandoverRule {
  /// How far a task or request has come.
  private enum Stage: Int, Comparable {
    case given, begun, ended, taken
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  private struct Task: Hashable {
    let pool: ObjectID
    let serial: UInt64
  }

  private var violations: [String] = []
  private var tasks: [Task: Stage] = [:]
  private var running: [ObjectID: Int] = [:]
  private var capacities: [ObjectID: Int] = [:]
  private var requests: [UInt64: Stage] = [:]

  /// Whether workers were killed, at any moment.
  private let killed: Bool

  private init(killed: Bool) { self.killed = killed }

  /// What is wrong with a trace; empty if all is well.
  ///
  /// - Parameter killed: whether workers were killed by force. One that has reported the end of its
  ///   task may not have lived to tell its pool so, which then reports that the task failed.
  static func violations(in events: [Event], killed: Bool = false) -> [String] {
    var rule = HandoverRule(killed: killed)
    for event in events { rule.check(event) }
    return rule.violations
  }

  private mutating func check(_ event: Event) {
    switch event.kind {
    case .objectDefine:
      if event.value == ObjectKind.pool.rawValue { capacities[event.object] = Int(event.extra) }
    case .taskSubmit, .taskBegin, .taskEnd, .taskResult: checkTask(event)
    case .managerRequest, .managerServe, .dictSet, .dictGet: checkRequest(event)
    default: break
    }
  }

  private mutating func checkTask(_ event: Event) {
    let task = Task(pool: event.object, serial: event.extra)
    let before = tasks[task]
    switch event.kind {
    case .taskSubmit:
      expect(before == nil, "submitted twice", event)
      tasks[task] = .given
    case .taskBegin:
      expect(before == .given, "begun, not submitted, or twice", event)
      tasks[task] = .begun
      running[event.object, default: 0] += 1
      let most = capacities[event.object] ?? 0
      expect(running[event.object] ?? 0 <= most, "more at once than workers", event)
    case .taskEnd:
      let isPoolsWord = event.detail.contains("process pool")
      let isWork = event.detail == "ok" || event.detail.hasPrefix("error: ")
      if killed && isPoolsWord && before == .ended { return }
      expect(before == .begun || before == .given, "ended out of order", event)
      expect(before == .begun || !isWork || isPoolsWord, "ended?", event)
      if before == .begun { running[event.object, default: 0] -= 1 }
      tasks[task] = .ended
    default:
      expect(before ?? .given >= .ended, "a result before the end", event)
      tasks[task] = .taken
    }
  }

  private mutating func checkRequest(_ event: Event) {
    // An object's first content is there without a request.
    if event.extra == 0, event.kind == .dictSet { return }
    let before = requests[event.extra]
    switch event.kind {
    case .managerRequest:
      expect(before == nil, "a request twice", event)
      requests[event.extra] = .given
    case .managerServe:
      expect(before == .given, "served, not asked", event)
      requests[event.extra] = .ended
    default:
      expect(before ?? .given >= .ended, "done before it was served", event)
      requests[event.extra] = .taken
    }
  }

  private mutating func expect(_ condition: Bool, _ what: String, _ event: Event) {
    if condition { return }
    violations.append("\(what): \(event.pid) #\(event.number) \(event.kind.name) \(event.text)")
  }
}
