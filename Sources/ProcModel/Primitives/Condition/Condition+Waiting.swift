// When a lane that waits at a condition goes on.
extension World {
  func canHappen(_ kind: ConditionEvent, _ pending: PendingOperation, by lane: LaneIndex) -> Bool {
    switch kind {
    case .wake: isNotified(pending.object, lane)
    case .wait, .notify, .timeout: true
    }
  }

  func wait(_ kind: ConditionEvent, _ pending: PendingOperation) -> Activity? {
    switch kind {
    case .wake: .blocked(.condition(pending.object))
    case .wait, .notify, .timeout: nil
    }
  }

  func obstacle(
    _ kind: ConditionEvent, _ pending: PendingOperation, by lane: LaneIndex
  ) -> Localized {
    canHappen(kind, pending, by: lane)
      ? Localized(verbatim: "") : Localized(zh: "，还没有被通知", en: ", not notified yet")
  }

  /// Anyone may notify it.
  func need(condition id: ObjectID, _ lane: LaneIndex) -> Need {
    isNotified(id, lane) ? .nothing : .anyone
  }

  /// Whether a notify of a condition is under way to a lane.
  private func isNotified(_ id: ObjectID, _ lane: LaneIndex) -> Bool {
    guard case .condition(let condition)? = object(id)?.content else { return true }
    return condition.calls.contains { $0.lane == lane }
  }
}
