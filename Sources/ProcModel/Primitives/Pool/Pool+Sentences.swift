extension Explainer {
  func sentence(_ kind: PoolEvent) -> Localized {
    switch kind {
    case .submit:
      return Localized(
        zh: "\(who) 把任务 \(text) 交给 \(object)", en: "\(who) submits task \(text) to \(object)")
    case .begin:
      return Localized(zh: "\(who) 开始任务 \(text)", en: "\(who) begins task \(text)")
    case .end where TaskEnding(event) == .cancelled:
      return Localized(zh: "\(who) 取消任务 \(text)", en: "\(who) cancels task \(text)")
    case .end where isWorker:
      return Localized(
        zh: "\(who) 做完任务 \(text)：\(detail)", en: "\(who) ends task \(text): \(detail)")
    case .end:
      return Localized(
        zh: "\(who) 放弃任务 \(text)：\(detail)", en: "\(who) gives task \(text) up: \(detail)")
    case .wait:
      return Localized(
        zh: "\(who) 等待任务 \(text) 的结果", en: "\(who) waits for the result of task \(text)")
    case .shutdown: return shutdown
    case .result:
      return Localized(
        zh: "\(who) 得到任务 \(text) 的结果：\(detail)",
        en: "\(who) has the result of task \(text): \(detail)")
    }
  }

  /// Whether the task is one that the lane itself works on.
  private var isWorker: Bool {
    lane.flatMap { world.lanes[$0].task } == TaskReference(pool: event.object, serial: event.extra)
  }

  private var shutdown: Localized {
    world.object(event.object)?.kind == .manager
      ? Localized(zh: "\(who) 关闭 \(object)", en: "\(who) shuts \(object) down")
      : Localized(
        zh: "\(who) 关闭 \(object)：不再接受新任务",
        en: "\(who) shuts \(object) down: it takes no more tasks")
  }
}
