extension World {
  /// What is said of lanes that wait for a lock whose holders will never give it back.
  func blockedAtLock(_ lock: ObjectID, _ who: Localized, _ verb: String) -> Localized {
    var count = 1
    if case .lock(let state)? = object(lock)?.content { count = max(1, state.holders.count) }
    return Localized(
      zh: "\(who.zh) 在等待 \(name(lock))，但持有它的进程再也不会释放。",
      en: "\(who.en) \(verb) for \(name(lock)), but its \(count == 1 ? "holder" : "holders") "
        + "will never release it.")
  }
}
