import ProcModel

/// Checks what must be true of every trace (docs/protocol.md, *Rules*): give before, take after.
struct OrderRule {
  /// What is wrong with the trace; empty if all is well.
  private(set) var violations: [String] = []
  private var numbers: [[Int64]: UInt32] = [:]
  private var started: Set<ObjectID> = []
  private var begun: Set<ObjectID> = []
  private var ended: Set<ObjectID> = []
  private var defined: Set<ObjectID> = []
  private var depths: [ObjectID: (owner: [Int64], depth: Int64)] = [:]
  private var queues: [ObjectID: [UInt64]] = [:]
  /// The lanes that wait at a condition, its lock, and how deep they had held it.
  private var waiting: [[Int64]: (lock: UInt64, depth: Int64?)] = [:]

  /// Checks a trace.
  ///
  /// - Parameter killed: whether processes were killed, which may leave a lock held or an item
  ///   reported that was never put.
  static func violations(in events: [Event], killed: Bool = false) -> [String] {
    var rule = OrderRule()
    for event in events { rule.check(event, killed: killed) }
    return rule.violations
  }

  private mutating func check(_ event: Event, killed: Bool) {
    let lane = [Int64(event.pid), Int64(event.tid)]
    expect(event.number == numbers[lane] ?? 0, "a gap in the numbers", event)
    numbers[lane] = event.number &+ 1
    switch event.kind {
    case .processStart: started.insert(event.object)
    case .processBegin:
      expect(event.value == -1 || started.contains(event.object), "begun, not started", event)
      begun.insert(event.object)
    case .processExit: ended.insert(event.object)
    case .processReap:
      expect(started.contains(event.object), "reaped, not started", event)
      expect(event.value < 0 || ended.contains(event.object), "reaped before its exit", event)
    case .objectDefine: defined.insert(event.object)
    case .lockAcquire, .lockRelease: checkLock(event, lane)
    case .conditionWait where waiting[lane] == nil: waiting[lane] = (event.extra, nil)
    case .queuePut, .queueGet: checkQueue(event, killed: killed)
    default: break
    }
  }

  private mutating func checkLock(_ event: Event, _ lane: [Int64]) {
    expect(defined.contains(event.object), "a lock before its definition", event)
    let before = depths[event.object] ?? (owner: lane, depth: 0)
    if event.kind == .lockAcquire {
      let isFresh = before.depth == 0 || event.flags.contains(.ownerDied)
      expect(isFresh || before.owner == lane, "two owners", event)
      let isRestored = waiting[lane]?.lock == event.object.rawValue
      let fresh = isRestored ? waiting.removeValue(forKey: lane)?.depth ?? 1 : 1
      expect(event.value == (isFresh ? fresh : before.depth + 1), "a wrong depth", event)
      depths[event.object] = (lane, event.value)
    } else {
      // A lane that waits for a condition releases its lock completely, whatever its depth.
      if let wait = waiting[lane], wait == (event.object.rawValue, nil), event.value == 0 {
        waiting[lane] = (wait.lock, before.depth)
      } else {
        expect(event.value == before.depth - 1, "released, not taken", event)
      }
      depths[event.object] = (before.owner, event.value)
    }
  }

  private mutating func checkQueue(_ event: Event, killed: Bool) {
    expect(defined.contains(event.object), "a queue before its definition", event)
    var items = queues[event.object] ?? []
    if event.kind == .queuePut {
      expect(killed || items.last.map { $0 < event.extra } ?? true, "a serial twice", event)
      items.append(event.extra)
    } else if let index = items.firstIndex(of: event.extra) {
      expect(index == 0 || killed, "got out of order", event)
      items.removeFirst(index + 1)
    } else {
      expect(false, "got before it was put", event)
    }
    if !killed { expect(event.value == items.count, "a wrong depth", event) }
    queues[event.object] = items
  }

  private mutating func expect(_ condition: Bool, _ what: String, _ event: Event) {
    if !condition {
      violations.append("\(what): \(event.pid) #\(event.number) \(event.kind.name) \(event.text)")
    }
  }
}
