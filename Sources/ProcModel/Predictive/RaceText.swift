extension World {
  /// The finding about a data race: who, why nothing orders them, and what would.
  func dataRace(_ told: RaceFindings.Told) -> Finding {
    let race = told.race
    let lanes = [Int(race.first.lane), Int(race.second.lane)]
    return Finding(
      kind: .dataRace, text: meeting(told) + remedy(race),
      processes: names(Set(lanes).sorted()), objects: [name(told.object)],
      seqs: [race.first.seq, race.second.seq])
  }

  /// What happened, and why it is a race.
  private func meeting(_ told: RaceFindings.Told) -> Localized {
    let race = told.race
    let (first, second) = (name(Int(race.first.lane)), name(Int(race.second.lane)))
    let value = valueName(told)
    let why = reason(first, told.locks.first, second, told.locks.second)
    let both: Localized
    switch (race.isFirstWrite, race.isSecondWrite) {
    case (true, true):
      both = Localized(
        zh: "\(first) 和 \(second) 都写入 \(value)", en: "\(first) and \(second) both write \(value)")
    case (true, false):
      both = Localized(
        zh: "\(first) 写入 \(value)，\(second) 读取它",
        en: "\(first) writes \(value) and \(second) reads it")
    case (false, _):
      both = Localized(
        zh: "\(first) 读取 \(value)，\(second) 写入它",
        en: "\(first) reads \(value) and \(second) writes it")
    }
    return both
      + Localized(
        zh: "，谁先谁后全凭运气：\(why.zh)。",
        en: ", and only chance decides which comes first: \(why.en).")
  }

  /// The value's name; of an array, with the element.
  private func valueName(_ told: RaceFindings.Told) -> String {
    let name = self.name(told.object)
    return object(told.object)?.kind == .array ? "\(name)[\(told.element)]" : name
  }

  /// Why no lock orders them.
  private func reason(
    _ first: String, _ firstLocks: [ObjectID], _ second: String, _ secondLocks: [ObjectID]
  ) -> Localized {
    if firstLocks.isEmpty, secondLocks.isEmpty {
      return Localized(zh: "两者都没有持锁", en: "neither holds a lock")
    }
    // Had one of them held it alone, it would have ordered them.
    let common = firstLocks.filter(secondLocks.contains)
    if !common.isEmpty {
      let shared = lockList(common)
      return Localized(
        zh: "\(first) 和 \(second) 只是共享 \(shared.zh)",
        en: "\(first) and \(second) only share \(shared.en)")
    }
    let (mine, theirs) = (lockList(firstLocks), lockList(secondLocks))
    if secondLocks.isEmpty {
      return Localized(
        zh: "\(first) 持有 \(mine.zh)，\(second) 却没有持锁",
        en: "\(first) holds \(mine.en), but \(second) holds no lock")
    }
    if firstLocks.isEmpty {
      return Localized(
        zh: "\(second) 持有 \(theirs.zh)，\(first) 却没有持锁",
        en: "\(second) holds \(theirs.en), but \(first) holds no lock")
    }
    return Localized(
      zh: "\(first) 持有 \(mine.zh)，\(second) 持有 \(theirs.zh)，不是同一把锁",
      en: "\(first) holds \(mine.en) and \(second) holds \(theirs.en), which is not the same lock")
  }

  private func lockList(_ locks: [ObjectID]) -> Localized {
    Phrases.list(locks.map { name($0) }, unit: "把锁")
  }

  /// What would order them. Between parent and child, a start or a join would, too.
  private func remedy(_ race: RaceDetector.Race) -> Localized {
    let (first, second) = (Int(race.first.lane), Int(race.second.lane))
    if lanes[first].parent == second {
      return Localized(
        zh: "\(name(second)) 先 join \(name(first))，或者双方都在持有同一把锁时访问，就不会这样。",
        en: " Joining \(name(first)) first, or one lock held around both, would prevent that.")
    }
    return Localized(
      zh: "双方都在持有同一把锁时访问，就不会这样。", en: " One lock held around both would prevent that.")
  }
}
