extension Explainer {
  func sentence(_ kind: FlagEvent) -> Localized {
    switch kind {
    case .wait:
      return Localized(zh: "\(who) 等待 \(object) 被设置", en: "\(who) waits until \(object) is set")
        + limit
    case .wake:
      return Localized(
        zh: "\(who) 继续运行：\(object) 已设置", en: "\(who) goes on, since \(object) was set")
        + afterWaiting
    case .set:
      let sentence = Localized(zh: "\(who) 设置 \(object)", en: "\(who) sets \(object)")
      guard case .event(let state)? = world.object(event.object)?.content else { return sentence }
      return sentence + wakes(state.waiters)
    case .clear:
      return Localized(zh: "\(who) 清除 \(object)", en: "\(who) clears \(object)")
    case .timeout: return timeIsUp
    case .poll:
      let isSet = event.value != 0
      return Localized(
        zh: "\(who) 查看 \(object) 是否已设置：\(isSet ? "是" : "否")",
        en: "\(who) asks whether \(object) is set: \(isSet ? "yes" : "no")")
    }
  }
}
