extension World {
  /// What a lane is doing, without its name: `waits for lock-1, held by Process-1 since 1.2 s`. The
  /// times are those of the time axis.
  public func situation(of lane: LaneIndex) -> Localized {
    guard lanes.indices.contains(lane) else { return Localized(verbatim: "") }
    let state = lanes[lane]
    switch state.activity {
    case .starting: return Localized(zh: "正在启动", en: "is starting")
    case .running: return running(state)
    case .blocked(let blocker): return blocked(blocker, lane)
    case .sleeping: return Localized(zh: "休眠", en: "sleeps") + holds(state)
    case .held(let pending):
      let what = pendingText(pending, by: lane)
      return Localized(zh: "停在下一步之前：\(what.zh)", en: "is held before \(what.en)")
    case .idle:
      let served = Sanitizer.line(state.serves ?? "")
      if served.isEmpty { return Localized(zh: "空闲", en: "is idle") }
      return Localized(zh: "空闲（\(served)）", en: "is idle (\(served))")
    case .ended: return howItEnded(lane)
    }
  }

  private func running(_ state: LaneState) -> Localized {
    guard let task = state.task, case .pool(let pool)? = object(task.pool)?.content,
      let place = pool.place(task.serial)
    else { return Localized(zh: "运行", en: "runs") + holds(state) }
    let text = Sanitizer.line(pool.tasks[place].text)
    return Localized(zh: "执行任务 \(text)", en: "works on task \(text)") + holds(state)
  }

  private func holds(_ state: LaneState) -> Localized {
    if state.holding.isEmpty { return Localized(verbatim: "") }
    let locks = Phrases.list(state.holding.map { name($0) }, unit: "把锁")
    return Localized(zh: "，持有 \(locks.zh)", en: ", holds \(locks.en)")
  }

  private func blocked(_ blocker: Blocker, _ lane: LaneIndex) -> Localized {
    switch blocker {
    case .lock(let lock):
      return Localized(zh: "等待 \(name(lock))", en: "waits for \(name(lock))")
        + holders(of: lock, for: lane, isShared: false)
    case .lockShare(let lock):
      return Localized(zh: "等待共享 \(name(lock))", en: "waits to share \(name(lock))")
        + holders(of: lock, for: lane, isShared: true)
    case .join(let child):
      let name = laneOfProcess[child].map { self.name($0) } ?? "?"
      return Localized(zh: "等待 \(name) 结束", en: "waits for the end of \(name)")
    case .get(let pipe) where isPipe(pipe):
      return Localized(zh: "等待 \(name(pipe)) 中的消息", en: "waits for a message in \(name(pipe))")
    case .tasks(let queue): return waitsForTasks(of: queue)
    case .get(let queue):
      return Localized(zh: "等待 \(name(queue)) 中的下一项", en: "waits for an item in \(name(queue))")
    case .put(let queue):
      return Localized(zh: "等待 \(name(queue)) 腾出空位", en: "waits for room in \(name(queue))")
    case .result(let pool, let task):
      return Localized(
        zh: "等待 \(name(pool)) 的任务 \(taskName(pool, task)) 的结果",
        en: "waits for the result of task \(taskName(pool, task)) of \(name(pool))")
    case .server(let id):
      return Localized(zh: "等待管理器处理 \(name(id))", en: "waits for the manager of \(name(id))")
    case .input: return Localized(zh: "等待你输入一行", en: "waits for you to type a line")
    case .semaphore(let id):
      return Localized(zh: "等待 \(name(id)) 的名额", en: "waits for a unit of \(name(id))")
    case .condition(let id):
      return Localized(zh: "等待 \(name(id)) 的通知", en: "waits for a notify of \(name(id))")
    case .event(let id):
      return Localized(zh: "等待 \(name(id)) 被设置", en: "waits until \(name(id)) is set")
    case .barrier(let id):
      return Localized(zh: "在 \(name(id)) 等待", en: "waits at \(name(id))") + turnout(id)
    }
  }

  private func taskName(_ pool: ObjectID, _ serial: UInt64) -> String {
    guard case .pool(let state)? = object(pool)?.content, let place = state.place(serial) else {
      return "\(serial)"
    }
    return Sanitizer.line(state.tasks[place].text)
  }

  /// The operation before which a lane is held, and what keeps it from happening:
  /// `lock.acquire lock-1, held by Process-1 since 1.2 s`.
  public func pendingText(_ pending: PendingOperation, by lane: LaneIndex?) -> Localized {
    let object = pendingObject(pending)
    let what = Localized(
      verbatim: object.isEmpty ? pending.name : "\(pending.name) \(object)")
    return what + obstacle(to: pending, by: lane)
  }

  private func pendingObject(_ pending: PendingOperation) -> String {
    if pending.object == .none { return "" }
    if let child = laneOfProcess[pending.object] { return name(child) }
    return object(pending.object).map { Sanitizer.line($0.name) } ?? ""
  }
}
