extension World {
  /// What is said of lanes that wait at a barrier to which no lane can arrive any more.
  func blockedAtBarrier(_ id: ObjectID, _ who: Localized, _ verb: String) -> Localized {
    guard let object = object(id), case .barrier(let barrier) = object.content,
      object.capacity > 0
    else {
      return Localized(
        zh: "\(who.zh) 在 \(name(id)) 等待，但已经没有谁能再到达了。",
        en: "\(who.en) \(verb) at \(name(id)), but no lane can arrive any more.")
    }
    let (arrived, parties) = (barrier.arrived.count, object.capacity)
    return Localized(
      zh: "\(who.zh) 在 \(name(id)) 等待：需要 \(parties) 个，只到了 \(arrived) 个，但已经没有谁能再到达了。",
      en: "\(who.en) \(verb) at \(name(id)): \(arrived) of \(parties) have arrived, "
        + "but no lane can arrive any more.")
  }
}
