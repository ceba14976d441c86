import ProcModel

/// Texts of the wait-for graph.
enum WaitGraphTexts {
  static let title = Localized(zh: "等待关系图", en: "wait-for graph")
  static let who = Localized(zh: "谁在等", en: "who waits")
  static let what = Localized(zh: "等什么", en: "for what")
  static let holder = Localized(zh: "持有者", en: "holder")
  static let nobody = Localized(
    zh: "此刻没有谁在等谁，也没有谁持有锁。",
    en: "Nobody waits for anybody at this moment, and nobody holds a lock.")
  static let nobodyWaits = Localized(
    zh: "此刻没有谁在等谁。", en: "Nobody waits for anybody at this moment.")
  static let noCycle = Localized(
    zh: "没有环：没有哪条等待链回到起点。", en: "There is no cycle: no chain of waits leads back to its start.")
  static let stuck = Localized(
    zh: "没有环，但没有谁能解除等待：这些等待不会结束。",
    en: "There is no cycle, but no lane can help: these waits will never end.")
  static let deadlock = Localized(
    zh: "死锁：每一个都在等待下一个所持有的，谁也无法继续。",
    en: "A deadlock: each waits for what the next one holds, and none of them can ever go on.")
  static let deadlockOfOne = Localized(
    zh: "它等待的锁由它自己持有，永远等不到。",
    en: "It waits for what it holds itself, and can never go on.")
  static let unawaited = Localized(zh: "（没有等待者）", en: "(nobody waits)")
  static func now(_ time: String) -> Localized {
    Localized(zh: "现在 \(time)", en: "now, \(time)")
  }

  /// What is waited for where that is no object but the end of another lane, or its work.
  static func awaited(_ blocker: Blocker) -> Localized {
    switch blocker {
    case .join: Localized(zh: "结束", en: "its end")
    case .result: Localized(zh: "结果", en: "its result")
    case .lock, .lockShare, .get, .put, .tasks, .server, .input, .semaphore, .condition, .event,
      .barrier:
      Localized(verbatim: blocker.completion.name)
    }
  }

  /// Who could help where nobody has what is waited for.
  static func helper(_ blocker: Blocker) -> Localized {
    switch blocker {
    case .get: Localized(zh: "放入方", en: "any lane that puts one")
    case .put: Localized(zh: "取出方", en: "any lane that gets one")
    case .semaphore: Localized(zh: "归还方", en: "any lane that releases one")
    case .condition: Localized(zh: "通知方", en: "any lane that notifies it")
    case .event: Localized(zh: "设置方", en: "any lane that sets it")
    case .barrier: Localized(zh: "未到达者", en: "lanes that have not arrived")
    case .lock, .lockShare: Localized(zh: "空闲", en: "it is free")
    case .result: Localized(zh: "空闲的工作进程", en: "any idle worker")
    case .tasks: Localized(zh: "任务完成方", en: "any lane that does its tasks")
    case .server: Localized(zh: "它的管理器", en: "its manager")
    case .join: Localized(zh: "终止它的一方", en: "any lane that ends it")
    case .input: Localized(zh: "输入者", en: "you: type a line")
    }
  }

  /// How somebody waits, beyond for what.
  static func manner(_ wait: WaitForGraph.Wait, for time: String) -> Localized {
    let limit =
      wait.isLimited
      ? Localized(zh: "，有时限", en: ", with a time limit") : Localized(verbatim: "")
    let how =
      wait.isHeld
      ? Localized(zh: "停在操作之前", en: "held before it")
      : Localized(zh: "已等 \(time)", en: "for \(time)")
    return Localized(zh: how.zh + limit.zh, en: how.en + limit.en)
  }
}
