// When a lane that waits for an event goes on.
extension World {
  func canHappen(_ kind: FlagEvent, _ pending: PendingOperation, by lane: LaneIndex) -> Bool {
    switch kind {
    case .wake, .wait: isSet(pending.object, for: lane)
    case .set, .clear, .poll, .timeout: true
    }
  }

  func wait(_ kind: FlagEvent, _ pending: PendingOperation) -> Activity? {
    switch kind {
    case .wake, .wait: .blocked(.event(pending.object))
    case .set, .clear, .poll, .timeout: nil
    }
  }

  func obstacle(_ kind: FlagEvent, _ pending: PendingOperation, by lane: LaneIndex) -> Localized {
    canHappen(kind, pending, by: lane)
      ? Localized(verbatim: "") : Localized(zh: "，还没有设置", en: ", which is not set")
  }

  /// Anyone may set it.
  func need(event id: ObjectID, _ lane: LaneIndex) -> Need {
    isSet(id, for: lane) ? .nothing : .anyone
  }

  /// Whether an event is set, or was set while the lane waited for it.
  private func isSet(_ id: ObjectID, for lane: LaneIndex) -> Bool {
    guard case .event(let event)? = object(id)?.content else { return true }
    return event.isSet || event.released.contains(lane)
  }
}
