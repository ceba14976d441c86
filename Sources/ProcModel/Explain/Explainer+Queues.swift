extension Explainer {
  var queueSentence: Localized {
    if let pipe = pipeSentence { return pipe }
    return switch event.kind {
    case .queuePut:
      Localized(zh: "\(who) 把 \(text) 放入 \(object)", en: "\(who) puts \(text) into \(object)")
    case .queueGet: get
    case .queueGetWait:
      Localized(
        zh: "\(who) 等待 \(object) 中的下一项，队列是空的",
        en: "\(who) waits for an item in \(object), which is empty") + limit
    case .queuePutWait:
      Localized(
        zh: "\(who) 等待 \(object) 腾出空位，队列已满（\(event.value) 项）",
        en: "\(who) waits for room in \(object), which is full (\(event.value) items)") + limit
    case .queueGetTimeout:
      Localized(
        zh: "\(who) 没能从 \(object) 取到东西：队列是空的（Empty）",
        en: "\(who) gets nothing from \(object): it is empty (Empty)")
    default:
      Localized(
        zh: "\(who) 没能放入 \(object)：队列已满（Full）",
        en: "\(who) cannot put into \(object): it is full (Full)")
    }
  }

  private var get: Localized {
    let sentence = Localized(
      zh: "\(who) 从 \(object) 取出 \(text)", en: "\(who) gets \(text) from \(object)")
    guard case .queue(let queue)? = world.object(event.object)?.content,
      let item = queue.items.first(where: { $0.serial == event.extra }), item.from != lane
    else { return sentence }
    let giver = world.name(item.from)
    return sentence + Localized(zh: "，它是 \(giver) 放入的", en: ", which \(giver) put")
  }

  var taskSentence: Localized {
    switch event.kind {
    case .taskSubmit:
      return Localized(
        zh: "\(who) 把任务 \(text) 交给 \(object)", en: "\(who) submits task \(text) to \(object)")
    case .taskBegin:
      return Localized(zh: "\(who) 开始任务 \(text)", en: "\(who) begins task \(text)")
    case .taskEnd where TaskEnding(event) == .cancelled:
      return Localized(zh: "\(who) 取消任务 \(text)", en: "\(who) cancels task \(text)")
    case .taskEnd where isWorker:
      return Localized(
        zh: "\(who) 做完任务 \(text)：\(detail)", en: "\(who) ends task \(text): \(detail)")
    case .taskEnd:
      return Localized(
        zh: "\(who) 放弃任务 \(text)：\(detail)", en: "\(who) gives task \(text) up: \(detail)")
    case .taskWait:
      return Localized(
        zh: "\(who) 等待任务 \(text) 的结果", en: "\(who) waits for the result of task \(text)")
    default:
      return Localized(
        zh: "\(who) 得到任务 \(text) 的结果：\(detail)",
        en: "\(who) has the result of task \(text): \(detail)")
    }
  }

  /// Whether the task is one that the lane itself works on.
  private var isWorker: Bool {
    lane.flatMap { world.lanes[$0].task } == TaskReference(pool: event.object, serial: event.extra)
  }
}
