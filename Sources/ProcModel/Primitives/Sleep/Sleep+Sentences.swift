extension Explainer {
  func sentence(_ kind: SleepEvent) -> Localized {
    switch kind {
    case .begin:
      let time = Phrases.duration(UInt64(max(event.value, 0)))
      return Localized(zh: "\(who) 休眠 \(time)", en: "\(who) sleeps for \(time)")
    case .end: return Localized(zh: "\(who) 醒来", en: "\(who) wakes up")
    }
  }
}
