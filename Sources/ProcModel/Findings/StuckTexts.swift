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
    guard case .blocked(let blocker) = wait(of: lane), blocker.isLock else {
      return Localized(
        zh: "\(name) 在等待自己，永远等不到。", en: "\(name) waits for itself, for ever.")
    }
    let lock = self.name(blocker.object)
    if sharesLock(blocker.object, lane) {
      return Localized(
        zh: "\(name) 想独占 \(lock)，而它自己还在共享它：要先归还共享，才能独占。",
        en: "\(name) wants \(lock) for itself alone, but already shares it. "
          + "It must release its share first.")
    }
    return Localized(
      zh: "\(name) 在等待 \(lock)，而持有 \(lock) 的正是它自己。Lock 不能被同一个进程获取两次，RLock 可以。",
      en: "\(name) waits for \(lock), which it holds itself. "
        + "A process cannot take a Lock twice, but it can take an RLock twice.")
  }

  private func link(_ lane: LaneIndex, to next: LaneIndex) -> Localized {
    let (name, other) = (name(lane), name(next))
    switch wait(of: lane) {
    case .blocked(let blocker) where blocker.isLock:
      let lock = self.name(blocker.object)
      return Localized(
        zh: "\(name) 等待 \(other) 持有的 \(lock)", en: "\(name) waits for \(lock), which \(other) holds"
      )
    case .blocked(.get(let pipe)):
      return Localized(
        zh: "\(name) 等待 \(other) 经 \(self.name(pipe)) 发来的消息",
        en: "\(name) waits for a message of \(other) in \(self.name(pipe))")
    case .blocked(.join):
      return Localized(zh: "\(name) 等待 \(other) 结束", en: "\(name) waits for the end of \(other)")
    case .blocked, .starting, .running, .sleeping, .held, .idle, .ended:
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
    if case .blocked(let blocker) = activity {
      text = blockedForever(blocker, lanes, who, verb)
    } else {
      text = unknownWait(who, verb)
    }
    return stuckFinding(.blockedForever, text, lanes, followers)
  }

  private func blockedForever(
    _ blocker: Blocker, _ lanes: [LaneIndex], _ who: Localized, _ verb: String
  ) -> Localized {
    switch blocker {
    case .lock(let id), .lockShare(let id): blockedAtLock(id, who, verb)
    case .get(let queue):
      isPipe(queue) ? blockedReceivers(who, verb, queue) : blockedGetters(who, verb, queue)
    case .put(let queue): blockedPutters(who, verb, queue)
    case .tasks(let queue): blockedJoiners(who, verb, queue)
    case .result(let pool, _): blockedAtPool(who, verb, pool)
    case .semaphore(let id): blockedAtSemaphore(id, who, verb)
    case .event(let id): blockedAtEvent(id, who, verb)
    case .condition(let id): blockedAtCondition(id, who, verb)
    case .barrier(let id): blockedAtBarrier(id, who, verb)
    case .join, .server, .input: unknownWait(who, verb)
    }
  }

  private func unknownWait(_ who: Localized, _ verb: String) -> Localized {
    Localized(
      zh: "\(who.zh) 在等待，但已经没有谁能让它继续。",
      en: "\(who.en) \(verb), but no lane can help.")
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

  /// The object that a lane waits at; the end of another lane is none.
  private func awaitedObject(_ lane: LaneIndex) -> ObjectID? {
    guard case .blocked(let blocker) = wait(of: lane) else { return nil }
    switch blocker {
    case .join, .server, .input: return nil
    case .lock, .lockShare, .get, .put, .tasks, .result, .semaphore, .condition, .event, .barrier:
      return blocker.object
    }
  }

  /// The places where the lanes began to wait, and where the locks they wait for were taken.
  private func seqs(_ lanes: [LaneIndex]) -> [Int] {
    var seqs = Set(lanes.map { self.lanes[$0].sinceSeq })
    for lane in lanes {
      if let seq = lostNotify(lane) { seqs.insert(seq) }
      if case .blocked(let blocker) = wait(of: lane), blocker.isLock,
        case .lock(let state)? = object(blocker.object)?.content
      {
        seqs.formUnion(state.holders.map(\.sinceSeq))
      }
    }
    return seqs.sorted()
  }
}
