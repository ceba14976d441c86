/// No semaphore falls below 0, no lane wakes without a notify or a set event, and no lane passes a
/// barrier before all have arrived.
struct CoordinationChecker: Sendable {
  private var semaphores: [ObjectID: Int64] = [:]
  private var conditions: [ObjectID: ConditionRecord] = [:]
  private var events: [ObjectID: Flag] = [:]
  private var parties: [ObjectID: UInt64] = [:]
  private var arrivals: [Numbered: Set<Reporter>] = [:]

  private struct ConditionRecord: Sendable {
    var waiting: Set<Reporter> = []
    /// Notifies that have not woken a waiter yet.
    var notified: Int64 = 0
  }

  private struct Flag: Sendable {
    var isSet = false
    /// The waiters, and whether it was set meanwhile.
    var waiting: [Reporter: Bool] = [:]
  }

  mutating func define(_ event: Event) -> String? {
    switch ObjectKind(rawValue: event.value)?.capacity {
    case .units: semaphores[event.object] = Int64(clamping: event.extra)
    case .parties: parties[event.object] = event.extra
    case .size, .ends, .manager, nil: break
    }
    return nil
  }

  mutating func check(_ kind: SemaphoreEvent, _ event: Event) -> String? {
    switch kind {
    case .acquire: acquire(event)
    case .release: release(event)
    case .wait, .timeout: nil
    }
  }

  private mutating func acquire(_ event: Event) -> String? {
    guard let count = semaphores.updateValue(event.value, forKey: event.object) else { return nil }
    if count <= 0 || event.value < 0 { return "a semaphore is taken that has no unit" }
    // Less than expected: a process was killed after it had reported a release.
    return event.value < count ? nil : "count \(event.value) after \(count)"
  }

  private mutating func release(_ event: Event) -> String? {
    guard let count = semaphores.updateValue(event.value, forKey: event.object) else { return nil }
    let most = count.addingReportingOverflow(Int64(clamping: event.extra))
    return event.value <= most.partialValue || most.overflow
      ? nil : "count \(event.value) after \(count)"
  }

  mutating func check(_ kind: ConditionEvent, _ event: Event) -> String? {
    var state = conditions.removeValue(forKey: event.object) ?? ConditionRecord()
    defer { conditions[event.object] = state }
    switch kind {
    case .wait: state.waiting.insert(Reporter(event))
    case .notify:
      guard event.value <= Int64(state.waiting.count) else { return "more are woken than wait" }
      state.notified &+= event.value
    case .timeout: state.waiting.remove(Reporter(event))
    case .wake:
      guard state.waiting.remove(Reporter(event)) != nil, state.notified > 0 else {
        return "somebody wakes who was not notified"
      }
      state.notified -= 1
    }
    return nil
  }

  mutating func check(_ kind: FlagEvent, _ event: Event) -> String? {
    var state = events.removeValue(forKey: event.object) ?? Flag()
    defer { events[event.object] = state }
    switch kind {
    case .set:
      state.isSet = true
      for reporter in state.waiting.keys { state.waiting[reporter] = true }
    case .clear: state.isSet = false
    case .wait:
      state.waiting[Reporter(event)] = state.waiting[Reporter(event)] ?? false || state.isSet
    case .timeout: state.waiting[Reporter(event)] = nil
    case .poll: break
    case .wake:
      let wasSet = state.waiting.removeValue(forKey: Reporter(event)) ?? false
      if !wasSet, !state.isSet { return "somebody goes on though the event is not set" }
    }
    return nil
  }

  mutating func check(_ kind: BarrierEvent, _ event: Event) -> String? {
    switch kind {
    case .wait:
      arrivals[Numbered(event), default: []].insert(Reporter(event))
      return nil
    case .pass: return pass(event)
    case .timeout, .abort, .reset: return nil
    }
  }

  private func pass(_ event: Event) -> String? {
    if event.flags.contains(.broken) { return nil }
    let present = arrivals[Numbered(event)] ?? []
    guard present.contains(Reporter(event)) else { return "a barrier is passed without coming" }
    guard let parties = parties[event.object] else { return nil }
    return present.count >= parties ? nil : "a barrier is passed before all have come"
  }
}
