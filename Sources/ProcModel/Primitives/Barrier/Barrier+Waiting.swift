// When a barrier can be come to, and passed.
extension World {
  func canHappen(_ kind: BarrierEvent, _ pending: PendingOperation, by lane: LaneIndex) -> Bool {
    switch kind {
    case .wait: isReady(barrier: pending.object)
    case .pass: isOpen(pending.object, for: lane)
    case .timeout, .abort, .reset: true
    }
  }

  func wait(_ kind: BarrierEvent, _ pending: PendingOperation) -> Activity? {
    switch kind {
    case .pass: .blocked(.barrier(pending.object))
    case .wait, .timeout, .abort, .reset: nil
    }
  }

  func obstacle(_ kind: BarrierEvent, _ pending: PendingOperation, by lane: LaneIndex) -> Localized
  {
    if canHappen(kind, pending, by: lane) { return Localized(verbatim: "") }
    if kind == .wait { return Localized(zh: "，它的动作还在执行", en: ", whose action is still running") }
    let turnout = turnout(pending.object)
    return turnout == Localized(verbatim: "")
      ? Localized(zh: "，还没有到齐", en: ", where not all have arrived") : turnout
  }

  /// A barrier may be come to, or broken, by anyone; while its action runs, only who does it helps.
  func need(barrier id: ObjectID, _ lane: LaneIndex) -> Need {
    if isOpen(id, for: lane) { return .nothing }
    guard case .barrier(let barrier)? = object(id)?.content, let acting = barrier.acting else {
      return .anyone
    }
    return .lane(acting)
  }

  /// Whether a lane that has come to a barrier may go on: all have come, or it is broken.
  private func isOpen(_ id: ObjectID, for lane: LaneIndex) -> Bool {
    guard case .barrier(let barrier)? = object(id)?.content else { return true }
    return barrier.acting == lane || !barrier.arrived.contains(lane)
  }

  /// Whether a lane can come to a barrier: not while its action runs.
  private func isReady(barrier id: ObjectID) -> Bool {
    guard case .barrier(let barrier)? = object(id)?.content else { return true }
    return barrier.acting == nil
  }

  /// `, where 2 of 3 have come`.
  func turnout(_ id: ObjectID) -> Localized {
    guard let object = object(id), case .barrier(let barrier) = object.content,
      object.capacity > 0, !barrier.arrived.isEmpty
    else { return Localized(verbatim: "") }
    let (arrived, parties) = (barrier.arrived.count, object.capacity)
    return Localized(
      zh: "，\(parties) 个中到了 \(arrived) 个", en: ", where \(arrived) of \(parties) have arrived")
  }
}
