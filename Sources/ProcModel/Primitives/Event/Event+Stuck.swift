extension World {
  /// What is said of lanes that wait for an event that nobody is left to set.
  func blockedAtEvent(_ id: ObjectID, _ who: Localized, _ verb: String) -> Localized {
    Localized(
      zh: "\(who.zh) 在等待 \(name(id)) 被设置，但已经没有谁能设置它了。",
      en: "\(who.en) \(verb) until \(name(id)) is set, but no lane can set it.")
  }
}
