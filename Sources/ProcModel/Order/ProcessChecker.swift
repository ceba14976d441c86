/// Starts, begins, ends and reaps: begin after start, nothing after the end, join and reap after
/// the child's last event, sequence numbers without repetition.
struct ProcessChecker: Sendable {
  private var started: Set<ObjectID> = []
  private var begun: [ObjectID: Reporter] = [:]
  private var over: Set<Reporter> = []
  private var reaped: Set<ObjectID> = []
  /// Processes whose end the viewer reported; their parents may report it, too.
  private var noticed: Set<ObjectID> = []
  private var numbers: [Reporter: UInt32] = [:]

  mutating func check(_ event: Event) -> String? {
    if event.isObserved { return event.kind == .processReap ? reap(event) : nil }
    let reporter = Reporter(event)
    if over.contains(reporter), event.kind != .processBegin {
      return
        "\(EventKind.name(ofCode: event.code)) after the end of pid \(event.pid) tid \(event.tid)"
    }
    if let problem = number(event, reporter) { return problem }
    guard case .process(let kind) = event.kind.primitive else { return nil }
    switch kind {
    case .start: return start(event)
    case .begin: return begin(event, reporter)
    case .reap: return reap(event)
    case .exit: over.insert(reporter)
    case .joinDone: if !event.flags.contains(.timedOut) { return ended(event.object, "joined") }
    case .error, .idle, .signal, .joinWait, .poll: break
    }
    return nil
  }

  private mutating func number(_ event: Event, _ reporter: Reporter) -> String? {
    defer { numbers[reporter] = event.number }
    guard event.kind != .processBegin, let last = numbers[reporter] else { return nil }
    return event.number == last &+ 1 ? nil : "number \(event.number) after \(last)"
  }

  private mutating func start(_ event: Event) -> String? {
    started.insert(event.object).inserted ? nil : "a process is started twice"
  }

  private mutating func begin(_ event: Event, _ reporter: Reporter) -> String? {
    // The kernel uses pids again; what ended under this pid before is another process.
    over.remove(reporter)
    if begun.updateValue(reporter, forKey: event.object) != nil { return "a process begins twice" }
    let isMain = event.value < 0
    return isMain || started.contains(event.object) ? nil : "a process begins that was not started"
  }

  private mutating func reap(_ event: Event) -> String? {
    let isNew =
      event.isObserved
      ? noticed.insert(event.object).inserted : reaped.insert(event.object).inserted
    guard isNew else { return "a process is reaped twice" }
    guard let reporter = begun[event.object] else { return nil }
    // A killed process reported no end; after its reap it has ended all the same.
    over.insert(reporter)
    return nil
  }

  private func ended(_ child: ObjectID, _ what: String) -> String? {
    guard let reporter = begun[child] else {
      return reaped.contains(child) || noticed.contains(child)
        ? nil : "a process is \(what) that never began"
    }
    return over.contains(reporter) ? nil : "a process is \(what) before its end"
  }
}
