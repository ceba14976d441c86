extension Explainer {
  func sentence(_ kind: SemaphoreEvent) -> Localized {
    switch kind {
    case .wait:
      Localized(
        zh: "\(who) 等待 \(object) 的名额，现在一个也没有",
        en: "\(who) waits for a unit of \(object), which has none") + limit
    case .acquire:
      Localized(
        zh: "\(who) 取得 \(object) 的一个名额，还剩 \(event.value) 个",
        en: "\(who) takes a unit of \(object), \(event.value) left") + afterWaiting
    case .release: semaphoreRelease
    case .timeout: timeIsUp
    }
  }

  private var semaphoreRelease: Localized {
    let units = event.extra == 1 ? "a unit" : "\(event.extra) units"
    let sentence = Localized(
      zh: "\(who) 归还 \(object) 的 \(event.extra) 个名额，现有 \(event.value) 个",
      en: "\(who) releases \(units) of \(object), \(event.value) free now")
    guard case .semaphore(let state)? = world.object(event.object)?.content,
      let next = state.waiters.first
    else { return sentence }
    let name = world.name(next)
    return sentence + Localized(zh: "；\(name) 等得最久", en: "; \(name) has waited longest")
  }
}
