/// A lock never has two owners, and no lane releases a lock that it does not hold.
struct LockChecker: Sendable {
  private var owners: [ObjectID: Owner] = [:]
  /// The waiters of a condition, its lock, and the depth at which it was held: it is released
  /// completely, and acquired again to the same depth.
  private var waiting: [Reporter: (lock: ObjectID, depth: Int64?)] = [:]

  private struct Owner: Sendable {
    let reporter: Reporter
    var depth: Int64
  }

  mutating func check(_ kind: LockEvent, _ event: Event) -> String? {
    switch kind {
    case .acquire: acquire(event)
    case .release: release(event)
    case .wait, .timeout: nil
    }
  }

  mutating func check(_ kind: ConditionEvent, _ event: Event) -> String? {
    switch kind {
    case .wait: wait(event)
    case .wake, .notify, .timeout: nil
    }
  }

  private mutating func wait(_ event: Event) -> String? {
    let lock = ObjectID(rawValue: event.extra)
    // A lane that is let go but must wait reports again that it waits.
    if waiting[Reporter(event)]?.lock == lock { return nil }
    waiting[Reporter(event)] = (lock, nil)
    return nil
  }

  /// The depth to which the reporter acquires a free lock.
  private mutating func depth(of event: Event) -> Int64 {
    guard let wait = waiting[Reporter(event)], wait.lock == event.object else { return 1 }
    waiting[Reporter(event)] = nil
    return wait.depth ?? 1
  }

  private mutating func acquire(_ event: Event) -> String? {
    let reporter = Reporter(event)
    let old = owners.updateValue(
      Owner(reporter: reporter, depth: event.value), forKey: event.object)
    guard let old else {
      return event.value == depth(of: event) ? nil : "depth \(event.value) of a free lock"
    }
    if old.reporter == reporter {
      return event.value == old.depth &+ 1 ? nil : "depth \(event.value) after \(old.depth)"
    }
    _ = depth(of: event)
    return event.flags.contains(.ownerDied) ? nil : "a lock has two owners"
  }

  private mutating func release(_ event: Event) -> String? {
    guard let old = owners[event.object], old.reporter == Reporter(event) else {
      return "a lock is released by somebody who does not hold it"
    }
    if event.value == 0, let wait = waiting[old.reporter], wait == (event.object, nil) {
      waiting[old.reporter] = (event.object, old.depth)
      owners[event.object] = nil
      return nil
    }
    owners[event.object] = event.value > 0 ? Owner(reporter: old.reporter, depth: event.value) : nil
    return event.value == old.depth &- 1 ? nil : "depth \(event.value) after \(old.depth)"
  }
}
