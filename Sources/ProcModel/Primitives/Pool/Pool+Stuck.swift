extension World {
  /// What is said of lanes that wait for a result that nobody is left to work out.
  func blockedAtPool(_ who: Localized, _ verb: String, _ pool: ObjectID) -> Localized {
    Localized(
      zh: "\(who.zh) 在等待 \(name(pool)) 的结果，但已经没有工作进程能完成这个任务了。",
      en: "\(who.en) \(verb) for a result of \(name(pool)), "
        + "but no worker is left for it.")
  }
}
