extension Explainer {
  func sentence(_ kind: QueueEvent) -> Localized {
    if let pipe = pipeSentence(kind) { return pipe }
    return switch kind {
    case .put:
      Localized(zh: "\(who) 把 \(text) 放入 \(object)", en: "\(who) puts \(text) into \(object)")
    case .get: get
    case .getWait:
      Localized(
        zh: "\(who) 等待 \(object) 中的下一项，队列是空的",
        en: "\(who) waits for an item in \(object), which is empty") + limit
    case .putWait:
      Localized(
        zh: "\(who) 等待 \(object) 腾出空位，队列已满（\(event.value) 项）",
        en: "\(who) waits for room in \(object), which is full (\(event.value) items)") + limit
    case .getTimeout:
      Localized(
        zh: "\(who) 没能从 \(object) 取到东西：队列是空的（Empty）",
        en: "\(who) gets nothing from \(object): it is empty (Empty)")
    case .poll: look
    case .taskDone: taskDone
    case .joinWait: joinTasks
    case .joinDone:
      Localized(
        zh: "\(who) 得知 \(object) 的任务已全部完成",
        en: "\(who) learns that all tasks of \(object) are done")
    case .close: closing
    case .putTimeout:
      Localized(
        zh: "\(who) 没能放入 \(object)：队列已满（Full）",
        en: "\(who) cannot put into \(object): it is full (Full)")
    }
  }

  private var get: Localized {
    let sentence = Localized(
      zh: "\(who) 从 \(object) 取出 \(text)", en: "\(who) gets \(text) from \(object)")
    guard let giver else { return sentence }
    return sentence + Localized(zh: "，它是 \(giver) 放入的", en: ", which \(giver) put")
  }

  /// The name of the other lane that the item taken comes from.
  var giver: String? {
    guard case .queue(let queue)? = world.object(event.object)?.content,
      let item = queue.items.first(where: { $0.serial == event.extra }), item.from != lane
    else { return nil }
    return world.name(item.from)
  }

  private var look: Localized {
    if world.isPipe(event.object) { return lookIntoPipe }
    return Localized(
      zh: "\(who) 查看 \(object)（\(text)）：\(event.value) 项",
      en: "\(who) looks at \(object) (\(text)): \(event.value) "
        + "\(event.value == 1 ? "item" : "items")")
  }

  private var taskDone: Localized {
    event.value <= 0
      ? Localized(
        zh: "\(who) 完成 \(object) 的一个任务，已全部完成",
        en: "\(who) has done a task of \(object); all are done")
      : Localized(
        zh: "\(who) 完成 \(object) 的一个任务，还有 \(event.value) 个",
        en: "\(who) has done a task of \(object); \(event.value) "
          + "\(event.value == 1 ? "is" : "are") not done")
  }

  private var joinTasks: Localized {
    Localized(
      zh: "\(who) 等待 \(object) 的任务全部完成，还有 \(event.value) 个",
      en: "\(who) waits until all tasks of \(object) are done; \(event.value) "
        + "\(event.value == 1 ? "is" : "are") not")
  }
}
