extension Explainer {
  var coordinationSentence: Localized {
    switch event.kind {
    case .semaphoreWait, .semaphoreAcquire, .semaphoreRelease: semaphoreSentence
    case .eventWait, .eventWake, .eventSet, .eventClear, .eventPoll: eventSentence
    case .conditionWait, .conditionWake, .conditionNotify: conditionSentence
    case .barrierWait, .barrierPass, .barrierTimeout, .barrierAbort, .barrierReset:
      barrierSentence
    default:
      Localized(
        zh: "\(who) 不再等 \(object)：时限已到", en: "\(who) stops waiting for \(object): time is up")
    }
  }

  // MARK: - Semaphores

  private var semaphoreSentence: Localized {
    switch event.kind {
    case .semaphoreWait:
      Localized(
        zh: "\(who) 等待 \(object) 的名额，现在一个也没有",
        en: "\(who) waits for a unit of \(object), which has none") + limit
    case .semaphoreAcquire:
      Localized(
        zh: "\(who) 取得 \(object) 的一个名额，还剩 \(event.value) 个",
        en: "\(who) takes a unit of \(object), \(event.value) left") + afterWaiting
    default: semaphoreRelease
    }
  }

  private var semaphoreRelease: Localized {
    let units = event.extra == 1 ? "a unit" : "\(event.extra) units"
    let sentence = Localized(
      zh: "\(who) 归还 \(object) 的 \(event.extra) 个名额，现有 \(event.value) 个",
      en: "\(who) gives \(units) of \(object) back, \(event.value) free now")
    guard case .semaphore(let state)? = world.object(event.object)?.content,
      let next = state.waiters.first
    else { return sentence }
    let name = world.name(next)
    return sentence + Localized(zh: "；\(name) 等得最久", en: "; \(name) has waited longest")
  }

  /// `, after waiting 30 ms`, if the lane has waited for this object until now.
  private var afterWaiting: Localized {
    guard let lane, case .blocked(let blocker) = world.lanes[lane].activity,
      blocker.coordinationObject == event.object
    else { return Localized(verbatim: "") }
    let time = Phrases.duration(elapsed)
    return Localized(zh: "，等了 \(time)", en: ", after waiting \(time)")
  }

  /// `, which wakes Process-1`; nothing where nobody is woken.
  private func wakes(_ lanes: some Sequence<LaneIndex>) -> Localized {
    let names = world.names(lanes)
    if names.isEmpty { return Localized(verbatim: "") }
    let list = Phrases.list(names)
    return Localized(zh: "，唤醒 \(list.zh)", en: ", which wakes \(list.en)")
  }

  // MARK: - Events

  private var eventSentence: Localized {
    switch event.kind {
    case .eventWait:
      return Localized(zh: "\(who) 等待 \(object) 被设置", en: "\(who) waits until \(object) is set")
        + limit
    case .eventWake:
      return Localized(
        zh: "\(who) 继续运行：\(object) 已设置", en: "\(who) goes on, since \(object) was set")
        + afterWaiting
    case .eventSet:
      let sentence = Localized(zh: "\(who) 设置 \(object)", en: "\(who) sets \(object)")
      guard case .event(let state)? = world.object(event.object)?.content else { return sentence }
      return sentence + wakes(state.waiters)
    case .eventClear:
      return Localized(zh: "\(who) 清除 \(object)", en: "\(who) clears \(object)")
    default:
      let isSet = event.value != 0
      return Localized(
        zh: "\(who) 查看 \(object) 是否已设置：\(isSet ? "是" : "否")",
        en: "\(who) asks whether \(object) is set: \(isSet ? "yes" : "no")")
    }
  }

  // MARK: - Conditions

  private var conditionSentence: Localized {
    switch event.kind {
    case .conditionWait:
      let lock = world.name(ObjectID(rawValue: event.extra))
      return Localized(
        zh: "\(who) 等待 \(object) 的通知，等待期间放开 \(lock)",
        en: "\(who) waits for a notify of \(object), and gives \(lock) up meanwhile")
    case .conditionWake:
      return Localized(
        zh: "\(who) 收到 \(object) 的通知，醒来", en: "\(who) wakes up, notified through \(object)")
        + afterWaiting
    default: return notify
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

  // MARK: - Barriers

  private var barrierSentence: Localized {
    switch event.kind {
    case .barrierWait: arrival
    case .barrierPass where event.flags.contains(.broken):
      Localized(
        zh: "\(who) 发现 \(object) 已损坏（BrokenBarrierError）",
        en: "\(who) finds \(object) broken (BrokenBarrierError)")
    case .barrierPass: Localized(zh: "\(who) 通过 \(object)", en: "\(who) passes \(object)")
    case .barrierTimeout:
      Localized(
        zh: "\(who) 在 \(object) 等到时限已到，屏障因此损坏",
        en: "\(who) stops waiting at \(object): time is up, and the barrier is broken")
    case .barrierAbort: Localized(zh: "\(who) 使 \(object) 损坏", en: "\(who) breaks \(object)")
    default: Localized(zh: "\(who) 重置 \(object)", en: "\(who) resets \(object)")
    }
  }

  private var arrival: Localized {
    let count = event.value &+ 1
    let parties = world.object(event.object)?.capacity ?? 0
    if event.flags.contains(.actsFirst) {
      return Localized(
        zh: "\(who) 最后一个到达 \(object)，先执行屏障的动作",
        en: "\(who) is the last to come to \(object), and does its action first")
    }
    if parties > 0, count >= parties {
      return Localized(
        zh: "\(who) 最后一个到达 \(object)：\(parties) 个都到齐了，可以通过",
        en: "\(who) is the last of \(parties) to come to \(object): all may pass")
    }
    let of = parties > 0 ? Localized(zh: "共需 \(parties) 个", en: " of \(parties)") : nil
    return Localized(
      zh: "\(who) 到达 \(object)，是第 \(count) 个" + (of.map { "，\($0.zh)" } ?? ""),
      en: "\(who) comes to \(object), number \(count)" + (of?.en ?? ""))
  }
}
