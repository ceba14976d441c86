extension World {
  /// What is said of lanes that wait for a notify that nobody is left to send.
  func blockedAtCondition(_ id: ObjectID, _ who: Localized, _ verb: String) -> Localized {
    Localized(
      zh: "\(who.zh) 在等待 \(name(id)) 的通知，但已经没有谁能再通知了。",
      en: "\(who.en) \(verb) for a notify of \(name(id)), "
        + "but no lane can send one.") + lastNotify(id)
  }

  /// What became of the last notify: the lost wake-up.
  private func lastNotify(_ id: ObjectID) -> Localized {
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

  /// The place of the notify that was lost before these lanes began to wait.
  func lostNotify(_ lane: LaneIndex) -> Int? {
    guard case .blocked(.condition(let id)) = wait(of: lane),
      case .condition(let condition)? = object(id)?.content, let last = condition.lastNotify,
      last.woken.isEmpty
    else { return nil }
    return last.seq
  }
}
