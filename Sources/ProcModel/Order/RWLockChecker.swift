/// Nobody holds a readers-writer lock together with somebody who holds it alone, and nobody gives
/// back what he does not hold.
struct RWLockChecker: Sendable {
  private var holders: [ObjectID: Holders] = [:]

  private struct Holders: Sendable {
    var writer: Reporter?
    var readers: [Reporter: Int64] = [:]
  }

  mutating func check(_ kind: RWLockEvent, _ event: Event) -> String? {
    var state = holders.removeValue(forKey: event.object) ?? Holders()
    defer { holders[event.object] = state }
    switch kind {
    case .readAcquire: return share(event, &state)
    case .writeAcquire: return take(event, &state)
    case .readRelease: return unshare(event, &state)
    case .writeRelease:
      defer { state.writer = nil }
      return state.writer == Reporter(event)
        ? nil : "a lock is released by somebody who does not hold it alone"
    case .readWait, .writeWait, .readTimeout, .writeTimeout: return nil
    }
  }

  private func share(_ event: Event, _ state: inout Holders) -> String? {
    if state.writer != nil, !event.flags.contains(.ownerDied) {
      return "a lock is shared that somebody holds alone"
    }
    state.writer = nil
    let depth = state.readers[Reporter(event)] ?? 0
    state.readers[Reporter(event)] = event.value
    return event.value == depth &+ 1 ? nil : "depth \(event.value) after \(depth)"
  }

  private func take(_ event: Event, _ state: inout Holders) -> String? {
    defer { state = Holders(writer: Reporter(event)) }
    if state.writer != nil, !event.flags.contains(.ownerDied) { return "a lock has two owners" }
    if !state.readers.isEmpty, !event.flags.contains(.sharerDied) {
      return "a lock is held alone that others share"
    }
    return nil
  }

  private func unshare(_ event: Event, _ state: inout Holders) -> String? {
    guard let depth = state.readers[Reporter(event)] else {
      return "a share is given back by somebody who has none"
    }
    state.readers[Reporter(event)] = event.value > 0 ? event.value : nil
    return event.value == depth &- 1 ? nil : "depth \(event.value) after \(depth)"
  }
}
