import ProcModel

/// Texts of the wait-for graph.
enum WaitGraphTexts {
  static let title = Localized(zh: "等待关系图", en: "wait-for graph")
  static let who = Localized(zh: "谁在等", en: "who waits")
  static let what = Localized(zh: "等什么", en: "for what")
  static let holder = Localized(zh: "在谁手里", en: "who has it")
  static let nobody = Localized(
    zh: "此刻没有谁在等谁，也没有谁持有锁。",
    en: "Nobody waits for anybody at this moment, and nobody holds a lock.")
  static let nobodyWaits = Localized(
    zh: "此刻没有谁在等谁。", en: "Nobody waits for anybody at this moment.")
  static let noCircle = Localized(
    zh: "没有环：谁也没有绕回来等自己。", en: "There is no circle: no way leads back to who waits.")
  static let stuck = Localized(
    zh: "没有环，但能帮忙的都已不在：这些等待不会结束。",
    en: "There is no circle, but nobody is left who could help: these waits will not end.")
  static let deadlock = Localized(
    zh: "死锁：每一个都在等下一个手里的东西，谁也不能再前进。",
    en: "A deadlock: each waits for what the next one has, and none of them can ever go on.")
  static let deadlockOfOne = Localized(
    zh: "它等的锁就在它自己手里，永远等不到。",
    en: "It waits for what it holds itself, and can never go on.")
  static let unawaited = Localized(zh: "（没人在等）", en: "(nobody waits)")
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
    case .get: Localized(zh: "谁放入一项", en: "whoever puts an item")
    case .put: Localized(zh: "谁取走一项", en: "whoever gets an item")
    case .semaphore: Localized(zh: "谁还回名额", en: "whoever gives one back")
    case .condition: Localized(zh: "谁发通知", en: "whoever notifies it")
    case .event: Localized(zh: "谁设置它", en: "whoever sets it")
    case .barrier: Localized(zh: "还没到的", en: "those who are to come")
    case .lock, .lockShare: Localized(zh: "空着", en: "it is free")
    case .result: Localized(zh: "空闲的工作者", en: "any idle worker")
    case .tasks: Localized(zh: "谁完成任务", en: "whoever does its tasks")
    case .server: Localized(zh: "它的管理器", en: "its manager")
    case .join: Localized(zh: "谁结束它", en: "whoever ends it")
    case .input: Localized(zh: "谁输入一行", en: "whoever types a line")
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
