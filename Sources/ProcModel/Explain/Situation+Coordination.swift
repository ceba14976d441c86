extension World {
  /// What a lane is doing that waits at a semaphore, condition, event or barrier, without its name.
  func coordinationSituation(_ blocker: Blocker) -> Localized? {
    switch blocker {
    case .semaphore(let id):
      Localized(zh: "等待 \(name(id)) 的名额", en: "waits for a unit of \(name(id))")
    case .condition(let id):
      Localized(zh: "等待 \(name(id)) 的通知", en: "waits for a notify of \(name(id))")
    case .event(let id):
      Localized(zh: "等待 \(name(id)) 被设置", en: "waits until \(name(id)) is set")
    case .barrier(let id):
      Localized(zh: "在 \(name(id)) 等待", en: "waits at \(name(id))") + turnout(id)
    default: nil
    }
  }

  /// `, where 2 of 3 have come`.
  private func turnout(_ id: ObjectID) -> Localized {
    guard let object = object(id), case .barrier(let barrier) = object.content,
      object.capacity > 0, !barrier.arrived.isEmpty
    else { return Localized(verbatim: "") }
    let (arrived, parties) = (barrier.arrived.count, object.capacity)
    return Localized(
      zh: "，\(parties) 个中到了 \(arrived) 个", en: ", where \(arrived) of \(parties) have come")
  }

  /// What keeps an operation on a semaphore, condition, event or barrier from happening; empty where
  /// it can.
  func coordinationObstacle(_ pending: PendingOperation, by lane: LaneIndex?) -> Localized {
    guard let lane, !canCoordinate(pending, by: lane) else { return Localized(verbatim: "") }
    switch pending.kind {
    case .semaphoreAcquire, .semaphoreWait:
      return Localized(zh: "，没有空余的名额", en: ", which has no unit left")
    case .conditionWake: return Localized(zh: "，还没有被通知", en: ", not notified yet")
    case .eventWake, .eventWait: return Localized(zh: "，还没有设置", en: ", which is not set")
    case .barrierWait:
      return Localized(zh: "，它的动作还在执行", en: ", whose action is under way")
    default:
      let turnout = turnout(pending.object)
      return turnout == Localized(verbatim: "")
        ? Localized(zh: "，还没有到齐", en: ", where not all have come") : turnout
    }
  }
}
