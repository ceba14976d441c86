extension Explainer {
  var lockSentence: Localized {
    switch event.kind {
    case .lockWait: wait
    case .lockAcquire: acquire
    case .lockRelease: release
    default:
      Localized(
        zh: "\(who) 不再等 \(object)：时限已到", en: "\(who) stops waiting for \(object): time is up")
    }
  }

  private var lock: ObjectState.LockState? {
    guard case .lock(let state)? = world.object(event.object)?.content else { return nil }
    return state
  }

  private var wait: Localized {
    let sentence = Localized(zh: "\(who) 等待 \(object)", en: "\(who) waits for \(object)")
    guard let lock, let owner = lock.owner else { return sentence + limit }
    if owner == lane {
      return sentence + Localized(zh: "，而持有它的正是自己", en: ", which it holds itself") + limit
    }
    let since = world.moment(lock.since)
    let name = world.name(owner)
    let others = lock.waiters.filter { $0 != lane }.count
    let line =
      others == 0
      ? Localized(verbatim: "")
      : Localized(zh: "，前面还有 \(others) 个在等", en: ", \(others) more in line before it")
    return sentence
      + Localized(zh: "；\(name) 自 \(since) 起持有它", en: "; \(name) holds it since \(since)") + line
      + limit
  }

  private var acquire: Localized {
    if event.flags.contains(.ownerDied) { return takeOver }
    if event.value > 1 {
      return Localized(
        zh: "\(who) 再次获取 \(object)（第 \(event.value) 层）",
        en: "\(who) takes \(object) again (depth \(event.value))")
    }
    let sentence = Localized(zh: "\(who) 获取 \(object)", en: "\(who) takes \(object)")
    guard let lane, case .waiting(event.object) = world.lanes[lane].activity else {
      return sentence
    }
    let time = Phrases.duration(elapsed)
    return sentence + Localized(zh: "，等了 \(time)", en: " after waiting \(time)")
  }

  private var takeOver: Localized {
    let sentence = Localized(zh: "\(who) 接管 \(object)", en: "\(who) takes over \(object)")
    guard let owner = lock?.owner, owner != lane else {
      return sentence + Localized(zh: "：原持有者已死", en: ": its owner had died")
    }
    let name = world.name(owner)
    return sentence
      + Localized(zh: "：\(name) 在持有它时死去", en: ": \(name) died while it held it")
  }

  private var release: Localized {
    if event.value > 0 {
      return Localized(
        zh: "\(who) 释放 \(object) 一层，还剩 \(event.value) 层",
        en: "\(who) releases \(object) once, depth \(event.value) is left")
    }
    var sentence = Localized(zh: "\(who) 释放 \(object)", en: "\(who) releases \(object)")
    guard let lock else { return sentence }
    if lock.owner == lane, lane != nil {
      let time = Phrases.duration(Phrases.between(lock.since, event.time))
      sentence = sentence + Localized(zh: "，持有了 \(time)", en: " after \(time)")
    }
    if event.flags.contains(.mended) {
      sentence =
        sentence
        + Localized(
          zh: "，只改了一半的数据已经补好", en: ", having mended what was half changed")
    }
    guard let next = lock.waiters.first else { return sentence }
    let name = world.name(next)
    return sentence + Localized(zh: "；\(name) 等得最久", en: "; \(name) has waited longest")
  }
}
