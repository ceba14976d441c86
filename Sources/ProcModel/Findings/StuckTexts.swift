extension World {
  /// A circle of lanes each of which waits for the next, and those who wait for them.
  func deadlock(
    _ circle: [LaneIndex], followers: [LaneIndex]
  ) -> (Finding, Set<LaneIndex>) {
    let text: Localized
    if circle.count == 1, let lane = circle.first {
      text = selfDeadlock(lane)
    } else {
      let links = circle.indices.map { place in
        link(circle[place], to: circle[(place + 1) % circle.count])
      }
      text = Localized(
        zh: links.map(\.zh).joined(separator: "；") + "。谁也等不到谁，这是死锁。",
        en: links.map(\.en).joined(separator: "; ")
          + ". Each waits for the next, so none of them can ever go on.")
    }
    return stuckFinding(.deadlock, text, circle, followers)
  }

  private func selfDeadlock(_ lane: LaneIndex) -> Localized {
    let name = name(lane)
    guard case .waiting(let id) = wait(of: lane) else {
      return Localized(
        zh: "\(name) 在等待自己，永远等不到。", en: "\(name) waits for itself, for ever.")
    }
    let lock = self.name(id)
    return Localized(
      zh: "\(name) 在等待 \(lock)，而持有 \(lock) 的正是它自己。Lock 不能被同一个进程获取两次，RLock 可以。",
      en: "\(name) waits for \(lock), which it holds itself. "
        + "The same process cannot take a Lock twice; an RLock it can.")
  }

  private func link(_ lane: LaneIndex, to next: LaneIndex) -> Localized {
    let (name, other) = (name(lane), name(next))
    switch wait(of: lane) {
    case .waiting(let lock):
      return Localized(
        zh: "\(name) 等待 \(other) 持有的 \(self.name(lock))",
        en: "\(name) waits for \(self.name(lock)), which \(other) holds")
    case .blocked(.get(let pipe)):
      return Localized(
        zh: "\(name) 等待 \(other) 经 \(self.name(pipe)) 发来的消息",
        en: "\(name) waits for a message of \(other) in \(self.name(pipe))")
    case .blocked(.join):
      return Localized(zh: "\(name) 等待 \(other) 结束", en: "\(name) waits for the end of \(other)")
    default:
      return Localized(zh: "\(name) 等待 \(other)", en: "\(name) waits for \(other)")
    }
  }

  /// Lanes that all wait for the same thing, which nobody is left to bring about.
  func blockedForever(
    _ lanes: [LaneIndex], _ activity: Activity, followers: [LaneIndex]
  ) -> (Finding, Set<LaneIndex>) {
    let who = Phrases.list(names(lanes))
    let verb = lanes.count == 1 ? "waits" : "wait"
    let text: Localized
    switch activity {
    case .blocked(.get(let pipe)) where isPipe(pipe): text = blockedReceivers(who, verb, pipe)
    case .blocked(.tasks(let queue)): text = blockedJoiners(who, verb, queue)
    case .blocked(.get(let queue)):
      text = Localized(
        zh: "\(who.zh) 在等待 \(name(queue)) 中的下一项，但已经没有谁能再放入了。",
        en: "\(who.en) \(verb) for an item in \(name(queue)), "
          + "but nobody is left who could put one.")
    case .blocked(.put(let queue)):
      text = Localized(
        zh: "\(who.zh) 在等待 \(name(queue)) 腾出空位，但已经没有谁能再取走了。",
        en:
          "\(who.en) \(verb) for room in \(name(queue)), but nobody is left who could get an item.")
    case .blocked(.result(let pool, _)):
      text = Localized(
        zh: "\(who.zh) 在等待 \(name(pool)) 的结果，但已经没有工作进程能完成这个任务了。",
        en: "\(who.en) \(verb) for a result of \(name(pool)), "
          + "but no worker is left who could work on it.")
    case .waiting(let lock):
      text = Localized(
        zh: "\(who.zh) 在等待 \(name(lock))，但持有它的进程再也不会释放。",
        en: "\(who.en) \(verb) for \(name(lock)), but its holder will never release it.")
    default: text = coordinationText(activity, lanes) ?? unknownWait(who, verb)
    }
    return stuckFinding(.blockedForever, text, lanes, followers)
  }

  private func unknownWait(_ who: Localized, _ verb: String) -> Localized {
    Localized(
      zh: "\(who.zh) 在等待，但已经没有谁能让它继续。",
      en: "\(who.en) \(verb), but nobody is left who could help.")
  }

  private func stuckFinding(
    _ kind: Finding.Kind, _ text: Localized, _ lanes: [LaneIndex], _ followers: [LaneIndex]
  ) -> (Finding, Set<LaneIndex>) {
    let locks = lanes.compactMap { awaitedObject($0) }
    let ids = locks.enumerated().filter { !locks.prefix($0.offset).contains($0.element) }
    let finding = Finding(
      kind: kind, text: text + followersText(followers), processes: names(lanes + followers),
      objects: ids.map { name($0.element) }, seqs: seqs(lanes))
    return (finding, Set(lanes))
  }

  private func followersText(_ followers: [LaneIndex]) -> Localized {
    if followers.isEmpty { return Localized(verbatim: "") }
    let who = Phrases.list(names(followers))
    return Localized(
      zh: "\(who.zh) 也因此永远等下去。",
      en: " So \(who.en) \(followers.count == 1 ? "waits" : "wait") for ever, too.")
  }

  private func awaitedObject(_ lane: LaneIndex) -> ObjectID? {
    switch wait(of: lane) {
    case .waiting(let id), .blocked(.get(let id)), .blocked(.put(let id)),
      .blocked(.result(let id, _)), .blocked(.tasks(let id)):
      id
    case .blocked(let blocker): blocker.coordinationObject
    default: nil
    }
  }

  /// The places where the lanes began to wait, and where the locks they wait for were taken.
  private func seqs(_ lanes: [LaneIndex]) -> [Int] {
    var seqs = Set(lanes.map { self.lanes[$0].sinceSeq })
    for lane in lanes {
      if let seq = lostNotify(lane) { seqs.insert(seq) }
      if case .waiting(let id) = wait(of: lane),
        case .lock(let state)? = object(id)?.content
      {
        seqs.insert(state.sinceSeq)
      }
    }
    return seqs.sorted()
  }
}
