import ProcModel

extension Marbles {
  /// Semaphores: `taking(S)` waits, `acquire(S)=1` and `give(S)=2` say how many are free after.
  /// Events: `till(E)` waits, `on(E)` goes on. Conditions: `waits(L,C)` gives the lock up (`free(L)`
  /// comes next), `notify(C)=1` says how many are woken. Barriers: `come(B2)=0` and `pass(B2)=0` say
  /// which index, `come(1,B2)=0` in which round, `acts(B2)=1` that the action comes first.
  func coordination(_ operation: Operation) -> Event? {
    let number = operation.value.flatMap { Int64($0) } ?? 0
    let last = operation.arguments.last ?? ""
    let first = operation.arguments.first ?? ""
    switch operation.verb {
    case "taking": return Event(.semaphoreWait, object: object(last), extra: limit(operation))
    case "acquire": return Event(.semaphoreAcquire, object: object(last), value: number)
    case "give":
      return Event(.semaphoreRelease, object: object(last), value: number, extra: 1)
    case "till": return Event(.eventWait, object: object(last), extra: limit(operation))
    case "on": return Event(.eventWake, object: object(last))
    case "set": return Event(.eventSet, object: object(last))
    case "clear": return Event(.eventClear, object: object(last))
    case "isset": return Event(.eventPoll, object: object(last), value: number)
    case "waits":
      return Event(
        .conditionWait, object: object(last), value: 1, extra: object(first).rawValue,
        flags: operation.value == nil ? [] : .timed)
    case "wakes": return Event(.conditionWake, object: object(last))
    case "notify": return Event(.conditionNotify, object: object(last), value: number, extra: 1)
    case "leaves": return Event(.conditionTimeout, object: object(last))
    default: return barrier(operation, object(last), number)
    }
  }

  private func barrier(_ operation: Operation, _ id: ObjectID, _ number: Int64) -> Event? {
    let round = operation.arguments.first.flatMap { UInt64($0) } ?? 0
    return switch operation.verb {
    case "come": Event(.barrierWait, object: id, value: number, extra: round)
    case "acts":
      Event(.barrierWait, object: id, value: number, extra: round, flags: .actsFirst)
    case "pass": Event(.barrierPass, object: id, value: number, extra: round)
    case "broken": Event(.barrierPass, object: id, value: number, extra: round, flags: .broken)
    case "late": Event(.barrierTimeout, object: id, value: number, extra: round)
    case "abort": Event(.barrierAbort, object: id, extra: round)
    case "reset": Event(.barrierReset, object: id, extra: UInt64(max(number, 0)))
    default: nil
    }
  }
}

extension ObjectState.Content {
  /// The state, where it is a semaphore.
  var semaphore: ObjectState.SemaphoreState? {
    if case .semaphore(let state) = self { state } else { nil }
  }
  /// The state, where it is a condition.
  var condition: ObjectState.ConditionState? {
    if case .condition(let state) = self { state } else { nil }
  }
  /// The state, where it is an event.
  var event: ObjectState.EventState? { if case .event(let state) = self { state } else { nil } }
  /// The state, where it is a barrier.
  var barrier: ObjectState.BarrierState? {
    if case .barrier(let state) = self { state } else { nil }
  }
}
