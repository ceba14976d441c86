extension World {
  /// What is said of lanes that wait for a unit that nobody is left to give back.
  func blockedAtSemaphore(_ id: ObjectID, _ who: Localized, _ verb: String) -> Localized {
    Localized(
      zh: "\(who.zh) 在等待 \(name(id)) 的名额，但已经没有谁能再归还了。",
      en: "\(who.en) \(verb) for a unit of \(name(id)), "
        + "but no lane can release one.")
  }
}
