/// Never two owners of one lock, and nobody gives back what he does not hold.
struct LockBook: Sendable {
  private var owners: [ObjectID: Owner] = [:]

  private struct Owner: Sendable {
    let reporter: Reporter
    var depth: Int64
  }

  mutating func check(_ event: Event) -> String? {
    switch event.kind {
    case .lockAcquire: acquire(event)
    case .lockRelease: release(event)
    default: nil
    }
  }

  private mutating func acquire(_ event: Event) -> String? {
    let reporter = Reporter(event)
    let old = owners.updateValue(
      Owner(reporter: reporter, depth: event.value), forKey: event.object)
    guard let old else { return event.value == 1 ? nil : "depth \(event.value) of a free lock" }
    if old.reporter == reporter {
      return event.value == old.depth &+ 1 ? nil : "depth \(event.value) after \(old.depth)"
    }
    return event.flags.contains(.ownerDied) ? nil : "a lock has two owners"
  }

  private mutating func release(_ event: Event) -> String? {
    guard let old = owners[event.object], old.reporter == Reporter(event) else {
      return "a lock is released by somebody who does not hold it"
    }
    owners[event.object] = event.value > 0 ? Owner(reporter: old.reporter, depth: event.value) : nil
    return event.value == old.depth &- 1 ? nil : "depth \(event.value) after \(old.depth)"
  }
}
