extension World {
  /// Lanes that all wait at the same semaphore, condition, event or barrier, while nobody is left
  /// who could let them go on; nil where they wait for something else.
  func coordinationText(_ activity: Activity, _ lanes: [LaneIndex]) -> Localized? {
    guard case .blocked(let blocker) = activity else { return nil }
    let who = Phrases.list(names(lanes))
    let verb = lanes.count == 1 ? "waits" : "wait"
    switch blocker {
    case .semaphore(let id):
      return Localized(
        zh: "\(who.zh) 在等待 \(name(id)) 的名额，但已经没有谁能再归还了。",
        en: "\(who.en) \(verb) for a unit of \(name(id)), "
          + "but nobody is left who could give one back.")
    case .event(let id):
      return Localized(
        zh: "\(who.zh) 在等待 \(name(id)) 被设置，但已经没有谁能设置它了。",
        en: "\(who.en) \(verb) until \(name(id)) is set, but nobody is left who could set it.")
    case .condition(let id):
      return Localized(
        zh: "\(who.zh) 在等待 \(name(id)) 的通知，但已经没有谁能再通知了。",
        en: "\(who.en) \(verb) for a notify of \(name(id)), "
          + "but nobody is left who could send one.") + lastNotify(id, lanes)
    case .barrier(let id): return barrierText(id, who, verb)
    default: return nil
    }
  }

  /// What became of the last notify: the lost wake-up.
  private func lastNotify(_ id: ObjectID, _ lanes: [LaneIndex]) -> Localized {
    guard case .condition(let condition)? = object(id)?.content else {
      return Localized(verbatim: "")
    }
    guard let last = condition.lastNotify else {
      return Localized(zh: "它从来没有被通知过。", en: " It was never notified.")
    }
    let (by, moment) = (name(last.by), moment(last.time))
    if last.woken.isEmpty {
      return Localized(
        zh: "最后一次通知是 \(by) 在 \(moment) 发出的，当时没有谁在等待，所以这次通知丢失了。",
        en: " The last notify came from \(by) at \(moment), when nobody was waiting, "
          + "so it was lost.")
    }
    let woken = Phrases.list(names(last.woken))
    return Localized(
      zh: "最后一次通知是 \(by) 在 \(moment) 发出的，唤醒的是 \(woken.zh)。",
      en: " The last notify came from \(by) at \(moment), and woke \(woken.en).")
  }

  private func barrierText(_ id: ObjectID, _ who: Localized, _ verb: String) -> Localized {
    guard let object = object(id), case .barrier(let barrier) = object.content,
      object.capacity > 0
    else {
      return Localized(
        zh: "\(who.zh) 在 \(name(id)) 等待，但已经没有谁能再到达了。",
        en: "\(who.en) \(verb) at \(name(id)), but nobody is left who could come.")
    }
    let (arrived, parties) = (barrier.arrived.count, object.capacity)
    return Localized(
      zh: "\(who.zh) 在 \(name(id)) 等待：需要 \(parties) 个，只到了 \(arrived) 个，但已经没有谁能再到达了。",
      en: "\(who.en) \(verb) at \(name(id)): \(arrived) of \(parties) have come, "
        + "but nobody is left who could.")
  }

  /// The place of the notify that was lost before these lanes began to wait.
  func lostNotify(_ lane: LaneIndex) -> Int? {
    guard case .blocked(.condition(let id)) = wait(of: lane),
      case .condition(let condition)? = object(id)?.content, let last = condition.lastNotify,
      last.woken.isEmpty
    else { return nil }
    return last.seq
  }
}
