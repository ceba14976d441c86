extension Explainer {
  func sentence(_ kind: ConditionEvent) -> Localized {
    switch kind {
    case .wait:
      let lock = world.name(ObjectID(rawValue: event.extra))
      return Localized(
        zh: "\(who) 等待 \(object) 的通知，等待期间放开 \(lock)",
        en: "\(who) waits for a notify of \(object), and releases \(lock) while it waits")
    case .wake:
      return Localized(
        zh: "\(who) 收到 \(object) 的通知，醒来", en: "\(who) wakes up, notified through \(object)")
        + afterWaiting
    case .notify: return notify
    case .timeout: return timeIsUp
    }
  }

  private var notify: Localized {
    let sentence = Localized(zh: "\(who) 通知 \(object)", en: "\(who) notifies \(object)")
    if event.value <= 0 {
      return sentence
        + Localized(zh: "，但没有谁在等待：这次通知丢失", en: ", but nobody is waiting: the notify is lost")
    }
    guard case .condition(let state)? = world.object(event.object)?.content else {
      return sentence
    }
    return sentence + wakes(state.waiters.prefix(Int(clamping: event.value)))
  }
}
