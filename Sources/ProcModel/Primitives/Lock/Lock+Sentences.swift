extension Explainer {
  func sentence(_ kind: LockEvent) -> Localized {
    switch kind {
    case .wait: lockWait(Localized(verbatim: object), isShared: false)
    case .acquire: acquire
    case .release: release
    case .timeout: timeIsUp
    }
  }

  private var lock: ObjectState.LockState? {
    guard case .lock(let state)? = world.object(event.object)?.content else { return nil }
    return state
  }

  /// That a lane waits for a lock, who holds it, and who waits already.
  func lockWait(_ what: Localized, isShared: Bool) -> Localized {
    let sentence = Localized(zh: "\(who) 等待 \(what.zh)", en: "\(who) waits for \(what.en)")
    let holders = (lock?.holders ?? []).filter { !isShared || !$0.isShared }
    guard let lock, let first = holders.first else { return sentence + limit }
    if holders.count == 1, first.lane == lane {
      return sentence + Localized(zh: "，而持有它的正是自己", en: ", which it holds itself") + limit
    }
    let since = world.moment(first.since)
    let names = Phrases.list(world.names(holders.map(\.lane)))
    let verb = holders.count == 1 ? "holds" : "hold"
    let others = lock.waiters.filter { $0 != lane }.count
    let line =
      others == 0
      ? Localized(verbatim: "")
      : Localized(zh: "，前面还有 \(others) 个在等", en: ", \(others) more in line before it")
    return sentence
      + Localized(
        zh: "；\(names.zh) 自 \(since) 起持有它", en: "; \(names.en) \(verb) it since \(since)") + line
      + limit
  }

  /// That a lane takes a lock.
  var acquire: Localized {
    if event.flags.contains(.ownerDied) { return takeOver }
    if event.value > 1 {
      return Localized(
        zh: "\(who) 再次获取 \(object)（第 \(event.value) 层）",
        en: "\(who) takes \(object) again (depth \(event.value))")
    }
    let sentence = Localized(zh: "\(who) 获取 \(object)", en: "\(who) takes \(object)")
    return sentence + afterWaitingForLock
  }

  /// ` after waiting 30 ms`, if the lane has waited for this lock until now.
  var afterWaitingForLock: Localized {
    guard let lane, case .blocked(let blocker) = world.lanes[lane].activity, blocker.isLock,
      blocker.object == event.object
    else { return Localized(verbatim: "") }
    let time = Phrases.duration(elapsed)
    return Localized(zh: "，等了 \(time)", en: " after waiting \(time)")
  }

  /// That a lane takes a lock over from one that has died.
  var takeOver: Localized {
    let sentence = Localized(zh: "\(who) 接管 \(object)", en: "\(who) takes over \(object)")
    guard let owner = lock?.owner, owner != lane else {
      return sentence + Localized(zh: "：原持有者已终止", en: ": its owner had died")
    }
    let name = world.name(owner)
    return sentence
      + Localized(zh: "：\(name) 在持有它时终止", en: ": \(name) died while it held it")
  }

  /// That a lane gives a lock back.
  var release: Localized {
    if event.value > 0 {
      return Localized(
        zh: "\(who) 释放 \(object) 一层，还剩 \(event.value) 层",
        en: "\(who) releases \(object) once, depth \(event.value) is left")
    }
    var sentence = Localized(zh: "\(who) 释放 \(object)", en: "\(who) releases \(object)")
    sentence = sentence + afterHolding
    if event.flags.contains(.mended) {
      sentence =
        sentence
        + Localized(
          zh: "，只改了一半的数据已经修复", en: ", after repairing what was half changed")
    }
    return sentence + longestWaiter
  }

  /// ` after 30 ms`, if the lane holds the lock.
  var afterHolding: Localized {
    guard let lane, let holder = lock?.holder(lane) else { return Localized(verbatim: "") }
    let time = Phrases.duration(Phrases.between(holder.since, event.time))
    return Localized(zh: "，持有了 \(time)", en: " after \(time)")
  }

  /// `; Process-1 has waited longest`.
  var longestWaiter: Localized {
    guard let next = lock?.waiters.first else { return Localized(verbatim: "") }
    let name = world.name(next)
    return Localized(zh: "；\(name) 等得最久", en: "; \(name) has waited longest")
  }
}
